package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.RecordedBid;
import com.neighborbid.load.Seat;
import com.neighborbid.load.SocketLoop;
import com.neighborbid.platform.PostgresServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A house burns down while its members bid: PostgreSQL, Redis, the broker and Payara, with their disks. What is left is
 * the backup that was taken while they bid, and the log that was received since. The house opens on it, paused; every bid
 * that was recorded is there, the books balance, the logs' hashes verify, and the auctions go on.
 */
class RestoreIT {
    private static final int AUCTIONS = 4;
    private static final int BIDDERS = 3;
    private static final int BIDS_A_SECOND = 40;
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LIVES = 1_000_000;

    @TempDir
    private Path directory;

    private PostgresServer server;
    private Backups backups;
    private House house;
    private final Map<String, List<RecordedBid>> recorded = new HashMap<>();
    private final Map<ContractClient, JsonObject> wallets = new HashMap<>();

    @BeforeEach
    void open() throws InterruptedException {
        PostgresServer.require();
        server = PostgresServer.create(directory.resolve("postgres"));
        house = start("before", server);
        backups = Backups.of(server, directory.resolve("before"), directory.resolve("backup"));
    }

    @AfterEach
    void close() {
        if (house != null) {
            house.close();
        }
        if (backups != null) {
            backups.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void opensOnItsBackupWithEveryRecordedBid() throws InterruptedException {
        URI before = house.url();
        try (SocketLoop loop = SocketLoop.start("restore")) {
            Fair fair = new Fair(before, AUCTIONS, BIDDERS, LIFE);
            Bidding bidding = new Bidding(loop, fair, BIDS_A_SECOND);
            bidding.begin();
            bidding.goOn(CALM);
            backups.backup("all").expect(0);
            bidding.goOn(CALM);
            bidding.stop();
            Eventually.holds(PATIENCE, () -> bidding.unanswered() == 0, "bids without an answer");
            fair.lots().forEach(lot -> Eventually.holds(PATIENCE, () -> fair.isRecorded(lot), "bids not recorded"));
            remember(fair);
            backups.awaitLog();
            bidding.leave();
            burnDown();
            restore();
            verify(fair);
        }
    }

    private void remember(Fair fair) {
        ContractClient visitor = ContractClient.visiting(house.url());
        fair.lots().forEach(lot -> recorded.put(lot.auction(), visitor.recordedBids(lot.auction())));
        assertTrue(recorded.values().stream().allMatch(bids -> bids.size() > 10), "hardly a bid was made");
        fair.members().forEach(member -> wallets.put(member, member.wallet("KRW")));
    }

    private void burnDown() {
        for (Part part : List.of(Part.PAYARA, Part.REDIS, Part.BROKER)) {
            ProcessHandle.of(house.pid(part)).orElseThrow().destroyForcibly();
        }
        server.kill();
        house.close();
    }

    /** Redis and the broker begin empty, in the new data directory. */
    private void restore() throws InterruptedException {
        Path data = directory.resolve("restored");
        Path newDataDir = directory.resolve("after");
        String said = backups.restore(data, newDataDir).expect(0).output();
        System.out.println(said);
        server = PostgresServer.open(data);
        house = start("after", server);
    }

    private void verify(Fair fair) {
        ContractClient visitor = ContractClient.visiting(house.url());
        assertEquals(200, visitor.call("GET", "/health/ready", null).status(), "the books do not balance");
        recorded.forEach((auction, bids) -> {
            assertEquals(bids, visitor.recordedBids(auction), auction);
            assertEquals(bids, visitor.log(auction).bids(), auction);
            assertEquals("PAUSED", visitor.auction(auction).getString("state"), auction);
        });
        Map<String, ContractClient> members = new TreeMap<>();
        wallets.forEach((member, wallet) -> {
            ContractClient here = member.at(house.url());
            assertEquals(wallet, here.wallet("KRW"));
            members.put(member.member(), here);
        });
        resume(visitor);
        for (Lot lot : fair.lots()) {
            goOn(visitor, lot, members);
        }
    }

    private static void resume(ContractClient visitor) {
        ContractClient admin = visitor.login(RunningHouse.ADMIN_EMAIL, RunningHouse.ADMIN_PASSWORD);
        JsonObject order = Json.createObjectBuilder()
                .add("reason", "The house was restored and looks well")
                .add("confirm", true)
                .build();
        admin.call("POST", "/api/admin/house/resume", order).expect(200);
    }

    /** Somebody but the leader bids; it is in a life of its own, and follows what was restored. */
    private void goOn(ContractClient visitor, Lot lot, Map<String, ContractClient> members) {
        List<RecordedBid> bids = recorded.get(lot.auction());
        RecordedBid last = bids.get(bids.size() - 1);
        Seat seat = lot.seats().stream()
                .filter(other -> other.paddle() != last.paddle())
                .findFirst()
                .orElseThrow();
        ContractClient member = members.get(seat.member().member());
        long amount = last.amount() + 100 * Fair.INCREMENT;
        Eventually.holds(
                PATIENCE,
                () -> {
                    Answer answer = member.bid(lot.auction(), "after", amount);
                    return answer.status() == 200;
                },
                lot.auction() + " takes no bid");
        Eventually.holds(
                PATIENCE,
                () -> visitor.recordedBids(lot.auction()).stream().anyMatch(bid -> bid.amount() == amount),
                "the bid is not recorded");
        assertEquals(bids, visitor.log(lot.auction()).bids().subList(0, bids.size()));
        long epoch = Long.parseLong(server.ask("SELECT min(epoch) FROM bid_log WHERE state = 'OPEN' AND seq > 0"));
        assertTrue(epoch > LIVES, () -> "epoch " + epoch);
    }

    private House start(String name, PostgresServer database) throws InterruptedException {
        Map<String, String> settings = new TreeMap<>(database.settings());
        settings.put("NB_RATE_LIMITS", "off");
        settings.put("NB_ADMIN_EMAIL", RunningHouse.ADMIN_EMAIL);
        settings.put("NB_ADMIN_PASSWORD", RunningHouse.ADMIN_PASSWORD);
        return House.start(HouseConfig.forTest(directory.resolve(name)).with(settings));
    }
}
