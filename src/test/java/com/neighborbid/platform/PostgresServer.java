package com.neighborbid.platform;

import com.neighborbid.Prerequisite;
import com.neighborbid.Soon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this machine's own programs, for tests that copy or follow one: the server that is embedded elsewhere
 * comes without pg_basebackup and the like. It listens on loopback and trusts everybody there.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String NAME = "neighborbid";
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path data;
    private final int port;
    private final Process process;

    private PostgresServer(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Skips the test where the programs are missing; fails it where nothing may be. */
    public static void require() {
        Prerequisite.require(
                !programs().isEmpty(),
                "PostgreSQL's server and client programs are missing: apt-get install postgresql");
    }

    /** A new server with the house's role and database, empty, and a role {@code replica} that may copy it. */
    public static PostgresServer create(Path data) {
        run(asOrdinaryUser(
                program("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        PostgresServer server = open(data);
        try (Connection template = server.connect("template1", "postgres");
                Statement statement = template.createStatement()) {
            statement.execute("CREATE EXTENSION earthdistance CASCADE");
            statement.execute("CREATE ROLE replica LOGIN REPLICATION");
            statement.execute("CREATE ROLE " + NAME + " LOGIN");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        server.execute("postgres", "CREATE DATABASE " + NAME + " OWNER " + NAME);
        return server;
    }

    /** A streaming replica of this server, which takes reads. */
    public PostgresServer replica(Path copy) {
        run(List.of(
                program("pg_basebackup").toString(),
                "--pgdata=" + copy,
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=replica",
                "--checkpoint=fast",
                "--write-recovery-conf",
                "--no-sync"));
        return open(copy);
    }

    /** The server of a data directory that is there, at any port. */
    public static PostgresServer open(Path data) {
        return open(data, freePort());
    }

    /** The server of a data directory that is there. */
    public static PostgresServer open(Path data, int port) {
        List<String> command =
                new ArrayList<>(asOrdinaryUser(program("postgres").toString(), "-D", data.toString()));
        List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100")
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            data.resolveSibling(data.getFileName() + ".log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            PostgresServer server = new PostgresServer(data, port, process);
            Soon.see(server::answers, answers -> answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    /** The house's database, for JDBC. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** What leads a house here. */
    public Map<String, String> settings() {
        return Map.of("NB_DB_URL", url(), "NB_DB_USER", NAME, "NB_DB_PASSWORD", "trusted");
    }

    /** A connection to the house's database as its owner. */
    public Connection connect() throws SQLException {
        return connect(NAME, NAME);
    }

    /** Runs a statement in the house's database, as its owner. */
    public void execute(String sql) {
        execute(NAME, sql);
    }

    /** The first column of the first row that a query in the house's database answers, as text. */
    public String ask(String query) {
        try (Connection connection = connect(NAME, "postgres");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        signal("QUIT");
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            signal("INT");
        }
    }

    private void signal(String name) {
        run(List.of("kill", "-" + name, Long.toString(process.pid())));
        process.onExit().join();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("PostgreSQL ended: see " + data + ".log");
        }
        try (Connection connection = connect("postgres", "postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, "trusted");
    }

    private void execute(String database, String sql) {
        try (Connection connection = connect(database, database.equals(NAME) ? NAME : "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace root is nobody in particular, with the same files. */
    public static List<String> asOrdinaryUser(String... command) {
        List<String> whole =
                new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        whole.addAll(List.of(command));
        return whole;
    }

    /** One of PostgreSQL's programs, of the newest version here. */
    public static Path program(String name) {
        return programs().get(programs().size() - 1).resolve(name);
    }

    private static List<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_verifybackup"))
                            && Files.isExecutable(bin.resolve("postgres")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
