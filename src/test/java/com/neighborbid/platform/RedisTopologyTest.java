package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import com.neighborbid.faults.Road;
import com.neighborbid.platform.FunctionLibrary.Attempt;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Redis.Listening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisClusterCRC16;

/** The way to Redis where it is many servers: a cluster, and a primary with a replica that sentinels watch. */
class RedisTopologyTest {
    private static final List<Integer> PARTITIONS =
            IntStream.range(0, 64).boxed().toList();

    private static final int CONNECTIONS = 8;
    /** {@code visit} counts in its key, and answers how often it was called. */
    private static final String LIBRARY = """
            #!lua name=visits
            redis.register_function('visit', function(keys)
              return tostring(redis.call('INCR', keys[1]))
            end)
            """;

    @TempDir
    private Path directory;

    @TempDir
    private Path second;

    private static Redis open(String url) {
        Redis redis = new Redis(new PlatformConfig(
                "node",
                Set.of(),
                Path.of("."),
                "",
                "",
                "",
                RedisAddress.parse(url),
                CONNECTIONS,
                1000,
                Set.of(),
                true));
        redis.open();
        return redis;
    }

    private static String key(int partition) {
        return "nb:{" + partition + "}:visits";
    }

    private static List<Call> visits() {
        return PARTITIONS.stream()
                .map(partition -> new Call("visit", List.of(key(partition)), List.of()))
                .toList();
    }

    @Test
    void goesOnWithTheOtherMastersAndThenWithTheReplica() {
        try (RedisCluster cluster = RedisCluster.start(directory)) {
            Redis redis = open(cluster.url());
            FunctionLibrary visits = new FunctionLibrary(redis, LIBRARY);
            assertEquals(64, visits.callAll(visits()).size(), "loaded where it was missing");
            visits.load();
            PARTITIONS.forEach(partition -> assertEquals(List.of("2"), visits.call(visits().get(partition))));
            assertEquals(1, copied(visits), "on a replica when it is answered");
            Map<Integer, String> counts = redis.answered(PARTITIONS, RedisTopologyTest::key, (p, i) -> p.get(key(i)));
            assertEquals(Set.of("3"), Set.copyOf(counts.values()));

            RedisServer lost = cluster.masterOf(JedisClusterCRC16.getSlot(key(0)));
            lost.close();
            List<Attempt> attempts = visits.tryAll(visits(), 0, 0);
            long failed = attempts.stream().filter(a -> a.failure() != null).count();
            assertTrue(failed > 0 && failed < 64, failed + " failed");
            assertTrue(redis.answered(PARTITIONS, RedisTopologyTest::key, (p, i) -> p.get(key(i)))
                            .size()
                    < 64);

            for (int i = 0; i < 2 * CONNECTIONS; i++) {
                asksEachServer(redis);
            }
            assertEquals(0, redis.poolActive(), "connections that nobody gave back");

            Soon.see(() -> visits.tryAll(visits(), 0, 0), all -> all.stream().allMatch(a -> a.failure() == null));
            redis.close();
        }
    }

    /** It may or may not have found the replica by now. */
    private static void asksEachServer(Redis redis) {
        try {
            assertTrue(redis.figures().clients() > 0);
        } catch (UnavailableException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("Redis: "));
        }
    }

    /** How many replicas less than asked for make an answer none: with 1 it is given, with 2 it is not. */
    private static int copied(FunctionLibrary visits) {
        boolean one = visits.tryAll(visits(), 1, 2000).stream().allMatch(a -> a.failure() == null);
        return one ? 1 : 0;
    }

    @Test
    void answersNothingThatTooFewReplicasHave() {
        try (RedisServer alone = RedisServer.start()) {
            Redis redis = open(alone.url());
            FunctionLibrary visits = new FunctionLibrary(redis, LIBRARY);
            assertTrue(visits.tryAll(visits(), 0, 0).stream().allMatch(a -> a.failure() == null));
            assertTrue(visits.tryAll(visits(), 1, 10).stream().allMatch(a -> a.failure() != null));
            redis.close();
        }
    }

    @Test
    void endsAListenerWhoseServerIsSilent() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            Redis redis = open(server.url());
            BlockingQueue<Listening> connections = new LinkedBlockingQueue<>();
            BlockingQueue<String> ends = new LinkedBlockingQueue<>();
            BlockingQueue<String> subscriptions = new LinkedBlockingQueue<>();
            JedisPubSub listener = new JedisPubSub() {
                @Override
                public void onSubscribe(String channel, int channels) {
                    subscriptions.add(channel);
                }

                @Override
                public void onPong(String text) {
                    subscriptions.add("alive");
                }
            };
            Thread thread = new Thread(() -> {
                try {
                    redis.listen(listener, connections::add, "news");
                } catch (UnavailableException e) {
                    ends.add("ended");
                }
            });
            thread.start();
            assertEquals("news", subscriptions.poll(20, TimeUnit.SECONDS));
            listener.ping();
            assertEquals("alive", subscriptions.poll(20, TimeUnit.SECONDS));
            connections.remove().end().run();
            assertEquals("ended", ends.poll(20, TimeUnit.SECONDS));
            thread.join();
            assertEquals(0, redis.poolActive());
            redis.ping();
            redis.close();
        }
    }

    @Test
    void followsTheSentinelsToTheNewPrimary() throws IOException {
        try (RedisServer primary = RedisServer.start("--repl-diskless-sync-delay", "0", "--dir", directory.toString());
                RedisServer replica =
                        RedisServer.start("--replicaof", "127.0.0.1 " + primary.port(), "--dir", second.toString());
                RedisServer sentinel = sentinel(primary.port())) {
            Soon.see(() -> info(sentinel, "sentinel"), info -> info.contains("slaves=1"));
            Redis redis = open("redis-sentinel://127.0.0.1:" + sentinel.port() + "/house");
            FunctionLibrary visits = new FunctionLibrary(redis, LIBRARY);
            assertEquals(List.of("1"), visits.call(visits().get(0)));
            assertEquals(1, copied(visits));
            primary.close();
            Attempt attempt = Soon.see(
                            () -> visits.tryAll(visits(), 0, 0),
                            all -> all.get(0).failure() == null)
                    .get(0);
            assertTrue(Integer.parseInt(attempt.answer().get(0)) >= 3, "the replica has what was waited for");
            assertTrue(info(replica, "replication").contains("role:master"));
            redis.close();
        }
    }

    @Test
    void tellsAListenerThatItsServerLivesOnAndIsThePrimaryNoMore() throws Exception {
        try (RedisServer primary = RedisServer.start("--repl-diskless-sync-delay", "0", "--dir", directory.toString());
                RedisServer replica =
                        RedisServer.start("--replicaof", "127.0.0.1 " + primary.port(), "--dir", second.toString());
                RedisServer sentinel = sentinel(primary.port());
                Jedis orders = new Jedis("127.0.0.1", sentinel.port())) {
            Soon.see(() -> info(sentinel, "sentinel"), info -> info.contains("slaves=1"));
            Redis redis = open("redis-sentinel://127.0.0.1:" + sentinel.port() + "/house");
            BlockingQueue<Listening> connections = new LinkedBlockingQueue<>();
            Thread thread = new Thread(() -> {
                try {
                    redis.listen(new JedisPubSub() {}, connections::add, "news");
                } catch (UnavailableException ended) {
                    connections.clear();
                }
            });
            thread.start();
            Listening listening = connections.poll(20, TimeUnit.SECONDS);
            assertFalse(listening.isLeft().getAsBoolean());

            Soon.see(() -> isTakenOn(() -> orders.sentinelFailover("house")), taken -> taken);

            Soon.see(() -> listening.isLeft().getAsBoolean(), left -> left);
            assertTrue(info(replica, "replication").contains("role:master"));
            assertTrue(thread.isAlive(), "the old primary ends no connection");
            listening.end().run();
            thread.join();
            redis.close();
        }
    }

    @Test
    void asksTheSentinelsWhenItsConnectionToThemIsDeaf() throws Exception {
        try (RedisServer primary = RedisServer.start("--repl-diskless-sync-delay", "0", "--dir", directory.toString());
                RedisServer replica =
                        RedisServer.start("--replicaof", "127.0.0.1 " + primary.port(), "--dir", second.toString());
                RedisServer sentinel = sentinel(primary.port());
                Jedis orders = new Jedis("127.0.0.1", sentinel.port());
                Road road = new Road(sentinel.port())) {
            Soon.see(() -> info(sentinel, "sentinel"), info -> info.contains("slaves=1"));
            Redis redis = open("redis-sentinel://127.0.0.1:" + road.port() + "/house");
            redis.follow();
            redis.call(client -> client.set("before", "1"));
            Soon.see(orders::clientList, all -> all.contains("cmd=subscribe"));
            road.halfOpen();
            Soon.see(orders::clientList, all -> !all.contains("cmd=subscribe"));

            Soon.see(() -> isTakenOn(() -> orders.sentinelFailover("house")), taken -> taken);
            Soon.see(() -> info(replica, "replication"), told -> told.contains("role:master"));
            Soon.see(() -> info(primary, "replication"), told -> told.contains("role:slave"));
            assertThrows(UnavailableException.class, () -> redis.call(client -> client.set("deaf", "1")));

            redis.follow();
            assertThrows(UnavailableException.class, () -> redis.call(client -> client.set("in doubt", "1")));
            redis.follow();
            redis.call(client -> client.set("after", "1"));
            try (Jedis promoted = new Jedis("127.0.0.1", replica.port())) {
                assertEquals("1", promoted.get("after"));
            }
            redis.close();
        }
    }

    /** A sentinel refuses while it does not know the replica well enough to promote it. */
    private static boolean isTakenOn(Supplier<String> order) {
        try {
            return order.get().equals("OK");
        } catch (JedisException notYet) {
            return false;
        }
    }

    private RedisServer sentinel(int primary) throws IOException {
        Path file = Files.writeString(directory.resolve("sentinel.conf"), """
                sentinel monitor house 127.0.0.1 %d 1
                sentinel down-after-milliseconds house 500
                sentinel failover-timeout house 2000
                """.formatted(primary));
        return RedisServer.startSentinel(file);
    }

    private static String info(RedisServer server, String section) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            return jedis.info(section);
        } catch (JedisException notYetListening) {
            return "";
        }
    }
}
