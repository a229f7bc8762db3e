package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.Prerequisite;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.load.SocketLoop;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hundreds of auctions that took place on eBay, all at once and bid by bid: each must end at the price at which it ended
 * there. The bidders of all auctions are the same few members, because a registration costs a password's hash.
 */
@ExtendWith(RunningHouse.class)
class RealAuctionsIT {
    private static final long MONEY = 1_000_000_000;
    private static final Duration LIFE = Duration.ofSeconds(Integer.getInteger("nb.realAuctions.seconds", 60));
    /** A slow machine closes an auction later, and not amid its bids. */
    private static final int SOFT_CLOSE_SECONDS = 30;

    private static final Duration REPLAY_MOST = Duration.ofSeconds(180);
    private static final Duration AFTERWARDS = Duration.ofSeconds(30);

    @Test
    void everyRealAuctionEndsAtItsPrice(URI house) throws Exception {
        Path csv = Path.of(System.getProperty("nb.realAuctions", ""));
        Prerequisite.require(Files.isRegularFile(csv), "no real auctions at nb.realAuctions=" + csv);
        List<RealAuction> auctions = RealAuction.read(csv);
        ContractClient visitor = ContractClient.visiting(house);
        ContractClient seller = Members.join(visitor, "seller");
        List<ContractClient> bidders = bidders(visitor, auctions);

        try (SocketLoop loop = SocketLoop.start("replay")) {
            List<Replay> replays = replayAll(loop, seller, bidders, auctions);
            allOf(replays.stream().map(Replay::allDone).toList(), LIFE.plus(REPLAY_MOST));
            loop.execute(() -> replays.forEach(Replay::end));
            replays.forEach(replay -> verify(visitor, replay));
        }
        verifyMoney(seller, bidders, auctions);
    }

    private static List<Replay> replayAll(
            SocketLoop loop, ContractClient seller, List<ContractClient> bidders, List<RealAuction> auctions) {
        String category = seller.anyCategory();
        ExecutorService calls = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Replay>> begun = auctions.stream()
                    .map(auction -> CompletableFuture.supplyAsync(
                            () -> {
                                Replay replay = new Replay(auction, offer(seller, category, auction));
                                for (int bidder : auction.bidders()) {
                                    bidders.get(bidder - 1).paddle(replay.id(), auction.limitOf(bidder));
                                }
                                loop.execute(() -> replay.begin(loop, bidders));
                                return replay;
                            },
                            calls))
                    .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } finally {
            calls.shutdownNow();
        }
    }

    private static String offer(ContractClient seller, String category, RealAuction auction) {
        // Its life begins here and not with the first auction's, so that a slow machine only takes longer.
        long endsAt = System.currentTimeMillis() + LIFE.toMillis();
        String title = auction.item() + " " + auction.number();
        return seller.offer(new NewAuction(
                title, category, "USD", auction.open(), 0, auction.reserve(), endsAt, SOFT_CLOSE_SECONDS));
    }

    private static List<ContractClient> bidders(ContractClient visitor, List<RealAuction> auctions) {
        int count = auctions.stream()
                .mapToInt(auction -> auction.bidders().last())
                .max()
                .orElseThrow();
        return IntStream.rangeClosed(1, count)
                .parallel()
                .mapToObj(number -> {
                    ContractClient bidder = Members.join(visitor, "bidder" + number);
                    bidder.topUp(MONEY, "USD");
                    return bidder;
                })
                .toList();
    }

    private static void verify(ContractClient visitor, Replay replay) {
        RealAuction auction = replay.auction();
        String name = "auction " + auction.number() + " (" + replay.id() + ")";
        assertEquals(List.of(), replay.surprises(), name);
        assertEquals(auction.finalPrice(), replay.price(), () -> name + " price of " + replay.shown());
        assertEquals(auction.outcome(), replay.outcome(), name + " outcome");
        assertEquals(replay.shown(), visitor.recordedBids(replay.id()), name + " recorded bids");
        assertEquals(replay.shown(), visitor.log(replay.id()).bids(), name + " log");
        JsonObject read = visitor.auction(replay.id());
        assertEquals("CLOSED", read.getString("state"), name);
        assertEquals(auction.outcome(), read.getString("outcome"), name);
        assertEquals(auction.finalPrice(), read.getJsonNumber("price").longValueExact(), name);
    }

    /** Every sale is an order at its price; what the bidders have left is what they did not spend, and nothing is held. */
    private static void verifyMoney(ContractClient seller, List<ContractClient> bidders, List<RealAuction> auctions) {
        List<Long> expected = auctions.stream()
                .filter(auction -> auction.outcome().equals("SOLD"))
                .map(RealAuction::finalPrice)
                .sorted()
                .toList();
        Eventually.holds(AFTERWARDS, () -> seller.orders().size() == expected.size(), "not every sale has an order");
        List<Long> prices = new ArrayList<>();
        seller.orders().forEach(order -> prices.add(order.getJsonNumber("price").longValueExact()));
        assertEquals(expected, prices.stream().sorted().toList());
        Eventually.holds(
                AFTERWARDS,
                () -> bidders.stream().allMatch(bidder -> bidder.wallet("USD").getInt("held") == 0),
                "something is still held");
        long left = bidders.stream()
                .mapToLong(bidder ->
                        bidder.wallet("USD").getJsonNumber("available").longValueExact())
                .sum();
        assertEquals(
                MONEY * bidders.size()
                        - expected.stream().mapToLong(price -> price).sum(),
                left);
    }

    private static void allOf(List<CompletableFuture<Void>> futures, Duration most) throws Exception {
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
