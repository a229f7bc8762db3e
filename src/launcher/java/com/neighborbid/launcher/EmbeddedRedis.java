package com.neighborbid.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Redis on loopback, answering a write only after it is on disk: {@code redis-server} of the PATH, or the one we carry. */
final class EmbeddedRedis implements Engine {
    private static final Duration LOADING_MOST = Duration.ofSeconds(60);

    private final Children children;
    private final Path engines;
    private final Path directory;
    private final String appendfsync;
    private final String password;
    private final int port = Ports.free();

    EmbeddedRedis(HouseConfig config, DataDir dataDir, Children children, Secrets secrets) {
        this.children = children;
        this.engines = config.engines();
        this.directory = dataDir.of(Part.REDIS);
        this.appendfsync = config.settings().getOrDefault("NB_REDIS_APPENDFSYNC", "always");
        this.password = secrets.of("redis");
    }

    @Override
    public Part part() {
        return Part.REDIS;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("NB_REDIS_URL", url());
    }

    private String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    @Override
    public Child start() throws InterruptedException {
        Path config = writeConfig();
        Child child = children.spawn(part(), List.of(RedisProgram.at(engines), config.toString()), Map.of());
        Await.until(child, LOADING_MOST, this::answers);
        return child;
    }

    /** A file, because the password must not stand on the command line. */
    private Path writeConfig() {
        try {
            Path config = Files.createDirectories(directory).resolve("redis.conf");
            PrivateFile.write(config, """
                    bind 127.0.0.1
                    port %d
                    requirepass %s
                    dir "%s"
                    appendonly yes
                    appendfsync %s
                    no-appendfsync-on-rewrite no
                    # A bid is 0.8 KB of the log, of which 40 MB are read in a second at the next start.
                    auto-aof-rewrite-min-size 192mb
                    save ""
                    maxmemory-policy noeviction
                    # The command line is how the launcher knows a process of its own.
                    set-proc-title no
                    """.formatted(port, password, directory, appendfsync));
            return config;
        } catch (IOException e) {
            throw new LaunchFailure("cannot write Redis's configuration: " + e, e);
        }
    }

    private boolean answers() {
        try (Jedis jedis = new Jedis(URI.create(url()))) {
            return "PONG".equals(jedis.ping());
        } catch (JedisConnectionException notYetListening) {
            return false;
        } catch (JedisDataException e) {
            if (String.valueOf(e.getMessage()).startsWith("LOADING")) {
                return false;
            }
            throw e;
        }
    }
}
