package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.Soon;
import com.neighborbid.platform.RedisServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

/**
 * A replica that was promoted may lack what the primary had answered: its states count as missing until they are built
 * anew, whereas a server that starts again with its disk goes on.
 */
class PromotedReplicaTest {
    @TempDir
    private Path first;

    @TempDir
    private Path second;

    private final RedisAuction auction = RedisAuction.of(AuctionSetup.bicycle());

    private static RedisServer server(Path directory, String... more) {
        List<String> options = new ArrayList<>(List.of("--dir", directory.toString(), "--appendonly", "yes"));
        options.addAll(List.of("--appendfsync", "always", "--repl-diskless-sync-delay", "0"));
        options.addAll(List.of(more));
        return RedisServer.start(options.toArray(String[]::new));
    }

    private static RedisAuction installed(RedisAuction there, long epoch) {
        List<String> fields = RedisAuction.fields(AuctionSetup.bicycle());
        fields.addAll(List.of("state", "OPEN"));
        assertEquals("INSTALLED", there.install(epoch, fields));
        return there;
    }

    @Test
    void goesOnAfterARestartWithItsDisk() {
        try (RedisServer server = server(first);
                RedisClient client = server.client()) {
            client.functionLoad(BidLibrary.source());
            RedisAuction there = installed(auction.on(client), 1);
            there.paddle("ana", 1, 50_000);
            assertEquals("ACCEPTED", there.bid("ana", false, 1000, "a1").code());
        }
        try (RedisServer again = server(first);
                RedisClient client = again.client()) {
            RedisAuction there = auction.on(client);
            assertEquals(1, there.view("").seq());
            assertEquals("ALREADY_LEADING", there.bid("ana", false, 2000, "a2").code());
        }
    }

    @Test
    void takesNoBidOnAStateThatMayBeBehind() {
        try (RedisServer primary = server(first);
                RedisServer replica = server(second, "--replicaof", "127.0.0.1 " + primary.port());
                RedisClient before = primary.client();
                RedisClient after = replica.client()) {
            before.functionLoad(BidLibrary.source());
            RedisAuction there = installed(auction.on(before), 1);
            there.paddle("ana", 1, 50_000);
            assertEquals("ACCEPTED", there.bid("ana", false, 1000, "a1").code());
            RedisAuction promoted = auction.on(after);
            Soon.see(() -> promoted.state("seq"), "1"::equals);
            assertEquals("OK", replicaOfNoOne(replica));
            there.paddle("ben", 2, 50_000);
            assertEquals("ACCEPTED", there.bid("ben", false, 1100, "b1").code());

            assertEquals(List.of("MISSING"), promoted.snapshot(""));
            assertEquals("MISSING", promoted.advance());
            assertEquals("1", promoted.state("seq"), "nothing was changed");

            installed(promoted, 2);
            assertEquals(0, promoted.view("").seq());
            promoted.paddle("ana", 1, 50_000);
            assertEquals("ACCEPTED", promoted.bid("ana", false, 1000, "a2").code());
            after.functionLoadReplace(BidLibrary.source());
            assertEquals(1, promoted.view("").seq(), "also with the library loaded again");
        }
    }

    private static String replicaOfNoOne(RedisServer server) {
        try (var jedis = new Jedis("127.0.0.1", server.port())) {
            return jedis.replicaofNoOne();
        }
    }

    @Test
    void goesOnBehindWhatWasRelayedThoughItsClockIsBehind() {
        String outbox = RoomKeys.outbox(auction.keys.partition());
        String ahead = Long.MAX_VALUE / 2 + "-7";
        assertEquals("RAISED", RedisAuction.CLIENT.fcall("nb_outbox_from", List.of(outbox), List.of(ahead)));
        assertEquals("KEPT", RedisAuction.CLIENT.fcall("nb_outbox_from", List.of(outbox), List.of("5-0")));
        assertEquals(0, RedisAuction.CLIENT.xlen(outbox));
        StreamEntryID next = RedisAuction.CLIENT.xadd(outbox, XAddParams.xAddParams(), Map.of("e", "x"));
        assertEquals(Long.MAX_VALUE / 2 + "-8", next.toString());
    }
}
