package com.neighborbid.system;

import com.neighborbid.faults.Nginx;
import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import com.neighborbid.platform.RedisCluster;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * More than one of each: a PostgreSQL, a broker, a Redis Cluster of three masters with a replica each, two instances for
 * pages, which work too, and two for rooms. Each can be stopped and started while the others go on.
 */
final class Street implements AutoCloseable {
    private static final String BROKER_USER = "neighborbid";
    private static final String BROKER_PASSWORD = "of-the-street-alone";

    /** What is open, the last first, with how it is closed. */
    private final Deque<Runnable> open = new ConcurrentLinkedDeque<>();

    private final House engines;
    private final RedisCluster redis;
    private final BrokerOfUsers broker;
    private final Map<String, String> settings;
    private final List<Instance> web;
    private final List<Instance> live;

    /** An instance: a Payara with a port that stays the same. */
    static final class Instance {
        private HouseConfig config;
        private final int port;
        private House house;

        private Instance(HouseConfig config, int port) {
            this.config = config;
            this.port = port;
            this.house = start(config);
        }

        int port() {
            return port;
        }

        House house() {
            return house;
        }

        /** Sends SIGTERM and returns when the process has ended by itself. */
        void stop() {
            house.close();
        }

        /** Starts it anew, and returns when it is ready. */
        void start() {
            house = start(config);
        }

        /** The same, with settings that are other ones from now on. */
        void start(Map<String, String> changed) {
            config = config.with(changed);
            start();
        }

        private static House start(HouseConfig config) {
            try {
                return House.start(config);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while an instance was starting", e);
            }
        }
    }

    private Street(Path directory) throws InterruptedException, IOException {
        try {
            redis = opened(RedisCluster.start(directory.resolve("redis")), RedisCluster::close);
            broker = opened(
                    new BrokerOfUsers(directory.resolve("broker"), BROKER_USER, BROKER_PASSWORD), BrokerOfUsers::close);
            engines = opened(
                    House.start(
                            HouseConfig.forTest(directory.resolve("engines")).only(Part.POSTGRES)),
                    House::close);
            settings = settings(engines, broker, redis);
            List<CompletableFuture<Instance>> starting = Stream.of("web,worker", "web,worker", "live", "live")
                    .map(role -> CompletableFuture.supplyAsync(
                            () -> opened(instance(directory, role, settings), Instance::stop)))
                    .toList();
            CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
            List<Instance> all = starting.stream().map(CompletableFuture::join).toList();
            web = all.subList(0, 2);
            live = all.subList(2, 4);
        } catch (InterruptedException | IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Opens a street of this name, without rate limits. */
    static Street open(String name) throws InterruptedException, IOException {
        return new Street(Path.of("target", "houses", name + "-" + System.currentTimeMillis()));
    }

    private <T> T opened(T part, Consumer<T> closing) {
        open.push(() -> closing.accept(part));
        return part;
    }

    private static Map<String, String> settings(House engines, BrokerOfUsers broker, RedisCluster redis) {
        Map<String, String> settings = new TreeMap<>(engines.environment());
        settings.putAll(broker.settings(BROKER_USER));
        settings.put("NB_REDIS_URL", redis.url());
        settings.put("NB_RATE_LIMITS", "off");
        settings.put("NB_LEAVE_NOTICE_MS", "1000");
        settings.put("NB_BID_ANSWER_WITHIN_MS", "15000");
        return Map.copyOf(settings);
    }

    private static Instance instance(Path directory, String role, Map<String, String> settings) {
        int port = Nginx.freePort();
        HouseConfig any = HouseConfig.forTest(directory.resolve("payara-" + port))
                .with(settings)
                .with(Map.of("NB_ROLE", role));
        HouseConfig config = new HouseConfig(
                any.home(),
                any.build(),
                any.engines(),
                any.dataDir(),
                any.httpHost(),
                port,
                Set.of(Part.PAYARA),
                any.settings());
        return new Instance(config, port);
    }

    RedisCluster redis() {
        return redis;
    }

    BrokerOfUsers broker() {
        return broker;
    }

    /** What its instances were told when it was opened. */
    Map<String, String> settings() {
        return settings;
    }

    /** A connection to its database as PostgreSQL's superuser. */
    Connection superuser() throws SQLException, IOException {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(engines.dataDir().resolve("secrets.properties"))) {
            secrets.load(file);
        }
        return DriverManager.getConnection(
                settings.get("NB_DB_URL"), "postgres", secrets.getProperty("postgres.superuser"));
    }

    /** The two for pages, which work too. */
    List<Instance> web() {
        return web;
    }

    /** The two for rooms. */
    List<Instance> live() {
        return live;
    }

    /** All four. */
    List<Instance> all() {
        return Stream.concat(web.stream(), live.stream()).toList();
    }

    /** As nginx is to know them. */
    String pools() {
        return Nginx.pools(ports(web), ports(live));
    }

    private static List<Integer> ports(List<Instance> instances) {
        return instances.stream().map(Instance::port).toList();
    }

    /** Ends what was opened, also where not all of it was. */
    @Override
    public void close() {
        open.forEach(Runnable::run);
    }
}
