package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.Soon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisAccessControlException;

/** A real Redis Cluster of three masters with a replica each, all on this machine, each write on disk when it is answered. */
public final class RedisCluster implements AutoCloseable {
    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    private static final String FIRST_PASSWORD = "of-the-cluster-alone";

    private final List<RedisServer> servers = new ArrayList<>();
    private volatile String password = FIRST_PASSWORD;

    private RedisCluster() {}

    /**
     * Starts one and waits until all its slots are served and every master has its replica.
     *
     * @param directory for the servers' logs; made where it is missing
     */
    public static RedisCluster start(Path directory) {
        RedisCluster cluster = new RedisCluster();
        try {
            for (int i = 0; i < 2 * MASTERS; i++) {
                cluster.servers.add(server(Files.createDirectories(directory.resolve("redis-" + i))));
            }
            cluster.join();
            return cluster;
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static RedisServer server(Path directory) {
        return RedisServer.start(
                "--dir",
                directory.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--cluster-enabled",
                "yes",
                "--cluster-node-timeout",
                "1000",
                "--cluster-require-full-coverage",
                "no",
                "--requirepass",
                FIRST_PASSWORD,
                "--masterauth",
                FIRST_PASSWORD,
                "--cluster-port",
                Integer.toString(RedisServer.freePort()),
                "--repl-diskless-sync-delay",
                "0");
    }

    private void join() {
        for (int i = 0; i < MASTERS; i++) {
            int from = SLOTS * i / MASTERS;
            int to = SLOTS * (i + 1) / MASTERS - 1;
            on(servers.get(i), node -> node.clusterAddSlotsRange(from, to));
        }
        int bus = busPort(servers.get(0));
        servers.stream()
                .skip(1)
                .forEach(server -> on(server, node -> {
                    node.sendCommand(
                            Command.CLUSTER,
                            "MEET",
                            "127.0.0.1",
                            Integer.toString(servers.get(0).port()),
                            Integer.toString(bus));
                    return "met";
                }));
        everywhere(node -> node.clusterNodes().lines().count() == 2 * MASTERS);
        for (int i = 0; i < MASTERS; i++) {
            String master = on(servers.get(i), Jedis::clusterMyId);
            RedisServer replica = servers.get(MASTERS + i);
            Soon.see(() -> on(replica, Jedis::clusterNodes), nodes -> nodes.contains(master));
            on(replica, node -> node.clusterReplicate(master));
        }
        everywhere(node -> node.clusterInfo().contains("cluster_state:ok"));
        everywhere(node -> node.info("replication").matches("(?s).*(state=online|master_link_status:up).*"));
    }

    private void everywhere(Function<Jedis, Boolean> fact) {
        Soon.see(() -> servers.stream().allMatch(server -> on(server, fact)), all -> all);
    }

    private int busPort(RedisServer server) {
        String address = on(server, Jedis::clusterNodes).split(" ", 3)[1];
        return Integer.parseInt(address.substring(address.indexOf('@') + 1).split(",", 2)[0]);
    }

    /** As in the setting {@code nb.redis.url}. */
    public String url() {
        return url(password);
    }

    /** The same, with a password that the servers {@linkplain #accept accept}, too. */
    public String url(String password) {
        return servers.stream()
                .map(server -> "127.0.0.1:" + server.port())
                .collect(Collectors.joining(",", "redis-cluster://:" + password + "@", ""));
    }

    /** Has every server take a second password beside the first one. */
    public void accept(String second) {
        servers.forEach(server -> on(server, node -> node.aclSetUser("default", ">" + second)));
    }

    /** Has replicas sign in with this password, which every server takes; then no server takes the first one any more. */
    public void forgetAllBut(String second) {
        String first = password;
        servers.forEach(server -> on(server, node -> node.configSet("masterauth", second)));
        password = second;
        servers.forEach(server -> on(server, node -> node.aclSetUser("default", "<" + first)));
        servers.forEach(server -> {
            try (Jedis stranger = new Jedis("127.0.0.1", server.port())) {
                assertThrows(JedisAccessControlException.class, () -> stranger.auth(first));
            }
        });
    }

    /** The server that has this slot's keys now, as its living members see it. */
    public RedisServer masterOf(int slot) {
        String line = servers.stream()
                .filter(RedisServer::isAlive)
                .flatMap(server -> on(server, Jedis::clusterNodes).lines())
                .filter(node -> node.contains("myself") && node.contains("master") && has(node, slot))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody serves slot " + slot));
        return servers.stream()
                .filter(server -> line.contains("127.0.0.1:" + server.port() + "@"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(String node, int slot) {
        for (String part : node.split(" ")) {
            if (part.matches("\\d+-\\d+")) {
                int dash = part.indexOf('-');
                if (Integer.parseInt(part.substring(0, dash)) <= slot
                        && slot <= Integer.parseInt(part.substring(dash + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private <T> T on(RedisServer server, Function<Jedis, T> work) {
        try (Jedis node = new Jedis("127.0.0.1", server.port())) {
            node.auth(password);
            return work.apply(node);
        }
    }

    /** Kills every server. */
    @Override
    public void close() {
        servers.forEach(RedisServer::close);
    }
}
