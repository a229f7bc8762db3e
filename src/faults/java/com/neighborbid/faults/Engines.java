package com.neighborbid.faults;

import com.neighborbid.faults.Instance.Backend;
import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL, the broker, and Redis with a replica and a sentinel: what all instances share. */
final class Engines implements AutoCloseable {
    private static final Pattern JDBC_PORT = Pattern.compile(":(\\d+)/");

    private final House house;
    private final RedisPair redis;
    private final AtomicInteger commitsToLose = new AtomicInteger();

    Engines(Path directory, String appendfsync) {
        redis = new RedisPair(directory.resolve("redis"), appendfsync);
        try {
            house = House.start(
                    HouseConfig.forTest(directory.resolve("engines")).only(Part.POSTGRES, Part.BROKER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the engines were starting", e);
        }
    }

    RedisPair redis() {
        return redis;
    }

    /** The address, user and password of the database, without any link. */
    Map<String, String> environment() {
        return house.environment();
    }

    /** The process of PostgreSQL or the broker that runs now. */
    long pid(Part part) {
        return house.pid(part);
    }

    /** So many answers to COMMIT will be lost, of whichever instance asks next. */
    void loseCommits(int count) {
        commitsToLose.set(count);
    }

    /** Links of an instance to everything here. */
    Map<Backend, Link> linksOf(String instance, Links links) {
        List<RedisNode> servers = redis.servers();
        Map<Backend, Link> all = new EnumMap<>(Backend.class);
        all.put(
                Backend.FIRST_REDIS,
                links.open(instance + "->redis 1", servers.get(0).port()));
        all.put(
                Backend.SECOND_REDIS,
                links.open(instance + "->redis 2", servers.get(1).port()));
        Map<Integer, Integer> ports = Map.of(
                servers.get(0).port(), all.get(Backend.FIRST_REDIS).port(),
                servers.get(1).port(), all.get(Backend.SECOND_REDIS).port());
        all.put(
                Backend.SENTINEL,
                links.open(instance + "->sentinel", redis.sentinel().port(), () -> new PortSwap(ports)));
        all.put(
                Backend.POSTGRES,
                links.open(instance + "->postgres", databasePort(), () -> new CommitLoss(commitsToLose)));
        all.put(Backend.BROKER, links.open(instance + "->broker", brokerPort()));
        return all;
    }

    /** What leads an instance to its links. */
    Map<String, String> settings(Map<Backend, Link> links) {
        Map<String, String> settings = new TreeMap<>(house.environment());
        settings.put("NB_ADMIN_EMAIL", Estate.ADMIN_EMAIL);
        settings.put("NB_ADMIN_PASSWORD", Estate.ADMIN_PASSWORD);
        settings.put(
                "NB_REDIS_URL",
                "redis-sentinel://127.0.0.1:" + links.get(Backend.SENTINEL).port() + "/" + RedisPair.NAME);
        String url = house.environment().get("NB_DB_URL");
        settings.put(
                "NB_DB_URL",
                JDBC_PORT
                                .matcher(url)
                                .replaceFirst(":" + links.get(Backend.POSTGRES).port() + "/")
                        + "?sslmode=disable");
        settings.put(
                "NB_JMS_URL", "tcp://127.0.0.1:" + links.get(Backend.BROKER).port());
        return settings;
    }

    private int databasePort() {
        Matcher port = JDBC_PORT.matcher(house.environment().get("NB_DB_URL"));
        if (!port.find()) {
            throw new IllegalStateException("no port in " + house.environment().get("NB_DB_URL"));
        }
        return Integer.parseInt(port.group(1));
    }

    private int brokerPort() {
        return URI.create(house.environment().get("NB_JMS_URL")).getPort();
    }

    @Override
    public void close() {
        house.close();
        redis.close();
    }
}
