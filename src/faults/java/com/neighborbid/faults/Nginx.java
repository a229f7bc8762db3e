package com.neighborbid.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real nginx with the project's nginx.conf as it stands, but for the port, and what a test says in nginx.local. */
public final class Nginx implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Nginx.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LEAST_PORT = 12_000;
    private static final int PORTS = 8_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Path program;
    private final Path directory;
    private final int port;
    private Process process;

    private Nginx(Path program, Path directory, int port) throws IOException {
        this.program = program;
        this.directory = directory;
        this.port = port;
        this.process = spawn();
        Until.holds(PATIENCE, this::listens, "nginx does not start, see " + directory.resolve("output"));
    }

    /** @param local what stands in {@code nginx.local/http.conf}, after it what stands in {@code server.conf} */
    public static Nginx start(String name, String local, String... server) {
        Path program = program().orElseThrow(() -> new IllegalStateException("no nginx on this machine"));
        int port = freePort();
        Path directory = Path.of("target", "nginx", name + "-" + port).toAbsolutePath();
        try {
            Files.createDirectories(directory.resolve("nginx.local"));
            String conf = Files.readString(Path.of("nginx.conf"));
            Files.writeString(
                    directory.resolve("nginx.conf"),
                    conf.replace("listen 127.0.0.1:8088;", "listen 127.0.0.1:" + port + ";"));
            write(directory, "http", local);
            write(directory, "server", String.join("\n", server));
            return new Nginx(program, directory, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process spawn() throws IOException {
        return new ProcessBuilder(
                        program.toString(),
                        "-p",
                        directory.toString(),
                        "-c",
                        directory.resolve("nginx.conf").toString(),
                        "-g",
                        "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    /** The process that the others of it come from. */
    long pid() {
        return process.pid();
    }

    /** Starts it again after all its processes were killed; returns when it listens. */
    void startAgain() {
        process.onExit().join();
        try {
            process = spawn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Until.holds(PATIENCE, this::listens, "nginx does not come back");
    }

    /** Two pools of these ports, as docker/nginx has them. */
    public static String pools(List<Integer> web, List<Integer> live) {
        return pool(
                        "web",
                        servers(web, "max_fails=1 fail_timeout=3s") + "    keepalive 16;\n    keepalive_timeout 4s;\n")
                + pool(
                        "live",
                        "    least_conn;\n" + servers(live, "max_fails=1 fail_timeout=5s")
                                + servers(live, "max_fails=0 backup"));
    }

    private static String pool(String name, String content) {
        return "upstream %1$s {\n    zone %1$s 64k;\n%2$s}\nmap \"\" $%1$s_pool {\n    default %1$s;\n}\n"
                .formatted(name, content);
    }

    private static String servers(List<Integer> ports, String manner) {
        return ports.stream()
                .map(port -> "    server 127.0.0.1:" + port + " " + manner + ";\n")
                .collect(Collectors.joining());
    }

    /** Whether this machine has one. */
    public static boolean isThere() {
        return program().isPresent();
    }

    /** Where it listens, with a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Its prefix: configuration and logs. */
    public Path directory() {
        return directory;
    }

    /** The log's lines so far, complete within a second. */
    public List<String> log() {
        try (Stream<String> lines = Files.lines(directory.resolve("access.log"))) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something else in {@code nginx.local/http.conf} and has nginx read it; sockets stay. */
    public void reload(String local) {
        try {
            write(directory, "http", local);
            new ProcessBuilder("sh", "-c", "kill -HUP " + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nginx does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A port of this machine that nobody listens on, another one each time, below those that the system gives to connections
     * and the launcher to engines: what is chosen now and used later, or left for a moment by a process that dies, nobody takes.
     */
    public static int freePort() {
        while (true) {
            int port = LEAST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            if (GIVEN.add(port)) {
                try (ServerSocket socket = new ServerSocket(port)) {
                    return socket.getLocalPort();
                } catch (IOException taken) {
                    LOG.log(Level.DEBUG, "another port than {0}", Integer.toString(port));
                }
            }
        }
    }

    private boolean listens() {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.writeString(directory.resolve("nginx.local/" + name + ".conf"), text);
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
