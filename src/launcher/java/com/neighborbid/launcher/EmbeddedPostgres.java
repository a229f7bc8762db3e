package com.neighborbid.launcher;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL on loopback, with every setting that makes a commit durable. Its database belongs to a role that is no
 * superuser, as it would be in production.
 */
final class EmbeddedPostgres implements Engine {
    private static final Duration RECOVERY_MOST = Duration.ofSeconds(120);

    private final Children children;
    private final Binaries binaries;
    private final Cluster cluster;
    private final PostgresDatabase database;
    private final int port = Ports.free();

    EmbeddedPostgres(HouseConfig config, DataDir dataDir, Children children, Secrets secrets) {
        this.children = children;
        this.binaries = new Binaries(config.engines());
        this.cluster = new Cluster(dataDir.of(Part.POSTGRES));
        this.database = new PostgresDatabase(port, secrets);
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public Map<String, String> environment() {
        return database.environment();
    }

    @Override
    public Child start() throws InterruptedException {
        Path bin = binaries.archive(Platform.here().postgresArchive(), "postgres-18")
                .resolve("bin");
        cluster.create(bin, database.superuserPassword());
        cluster.clearLeftovers();
        Child child = children.spawn(part(), command(bin), Map.of());
        Await.until(child, RECOVERY_MOST, database::answers);
        prepare(child);
        return child;
    }

    private void prepare(Child child) {
        try {
            Optional<String> fault = database.prepare();
            if (fault.isPresent()) {
                child.stop(Duration.ofSeconds(5));
                throw new LaunchFailure("PostgreSQL would lose commits: " + fault.get());
            }
        } catch (SQLException e) {
            child.stop(Duration.ofSeconds(5));
            throw new LaunchFailure("cannot prepare PostgreSQL's database: " + e.getMessage(), e);
        }
    }

    private List<String> command(Path bin) {
        return cluster.asOrdinaryUser(
                bin.resolve("postgres").toString(),
                "-D",
                cluster.directory().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=256MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "jit=off",
                "-c",
                "timezone=UTC",
                "-c",
                "logging_collector=off",
                "-c",
                "log_line_prefix=%m [%p] ");
    }
}
