package com.neighborbid.faults;

import com.neighborbid.launcher.RedisProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;

/** One process of Redis, a server or a sentinel, that keeps its port and its directory over its lives. */
final class RedisNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JedisClientConfig SETTINGS = DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(1000)
            .socketTimeoutMillis(1000)
            .autoNegotiateProtocol(false)
            .build();

    private final String name;
    private final Path directory;
    private final int port;
    private final List<String> options;
    private final Map<String, String> environment;
    private Process process;

    private RedisNode(String name, Path directory, int port, List<String> options, Map<String, String> environment) {
        this.name = name;
        this.directory = directory;
        this.port = port;
        this.options = options;
        this.environment = environment;
        process = spawn();
        awaitAnswer();
    }

    /** A server with its log on disk; what a sentinel tells it to be, it is after a restart as well. */
    static RedisNode server(String name, Path parent, String appendfsync, Map<String, String> environment) {
        Path directory = make(parent.resolve(name));
        Path configuration = write(directory.resolveSibling(name + ".conf"), """
                dir "%s"
                appendonly yes
                appendfsync %s
                no-appendfsync-on-rewrite no
                maxmemory-policy noeviction
                repl-diskless-sync-delay 0
                save ""
                """.formatted(directory, appendfsync));
        return new RedisNode(name, directory, Nginx.freePort(), List.of(configuration.toString()), environment);
    }

    /**
     * A sentinel that watches this server, and thinks it dead after so long. After an attempt that found no replica fit it
     * rests for twice its failover time-out: that is short here, since faults follow on each other.
     */
    static RedisNode sentinel(Path parent, RedisNode primary, String primaryName, int downAfterMillis) {
        Path directory = make(parent.resolve("sentinel"));
        Path configuration =
                write(directory.resolve("sentinel.conf"), """
                sentinel monitor %1$s 127.0.0.1 %2$d 1
                sentinel down-after-milliseconds %1$s %3$d
                sentinel failover-timeout %1$s 1000
                """.formatted(primaryName, primary.port(), downAfterMillis));
        return new RedisNode(
                "sentinel",
                directory,
                Nginx.freePort(),
                List.of(configuration.toString(), "--sentinel", "--dir", directory.toString()),
                Map.of());
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make(Path directory) {
        try {
            return Files.createDirectories(directory).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Path directory() {
        return directory;
    }

    /** What it answers; throws {@link JedisException} when it does not. */
    <T> T ask(Function<Jedis, T> question) {
        try (Jedis client = new Jedis("127.0.0.1", port, SETTINGS)) {
            return question.apply(client);
        }
    }

    /** Makes it a replica; returns when it has all. */
    void follow(RedisNode primary) {
        ask(client -> client.replicaof("127.0.0.1", primary.port()));
        ask(Jedis::configRewrite);
        Until.holds(PATIENCE, () -> follows(primary), name + " does not follow " + primary.name());
    }

    boolean follows(RedisNode primary) {
        try {
            String told = ask(client -> client.info("replication"));
            return told.contains("master_port:" + primary.port()) && told.contains("master_link_status:up");
        } catch (JedisException silent) {
            return false;
        }
    }

    boolean isPrimary() {
        try {
            return process.isAlive()
                    && ask(client -> client.info("replication")).contains("role:master");
        } catch (JedisException silent) {
            return false;
        }
    }

    /** As a crash of the process does; the directory stays. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, if it does not run; returns when it answers. */
    void start() {
        if (!process.isAlive()) {
            process = spawn();
        }
        awaitAnswer();
    }

    /** Its files may grow again, if it lived through the time in which they might not. */
    void liftLimit() {
        if (process.isAlive()) {
            MachineFaults.limit(process.pid(), "unlimited");
        }
    }

    /** Removes what a dead server had on its disk. */
    void loseDisk() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> !path.equals(directory))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process spawn() {
        // A full disk is an error to be handled, not the signal that a file's limit sends by default.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""));
        command.add(RedisProgram.at(Path.of("target", "engines").toAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolveSibling(name + ".log").toFile()));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        Until.holds(PATIENCE, this::answers, name + " does not answer");
    }

    private boolean answers() {
        try {
            return "PONG".equals(ask(Jedis::ping));
        } catch (JedisException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
