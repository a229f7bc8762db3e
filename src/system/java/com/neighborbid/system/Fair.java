package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.load.RecordedBid;
import com.neighborbid.load.Seat;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Some auctions that end together, some members with a paddle in each, and what must be true of their bids and their
 * money in the end.
 */
final class Fair {
    static final long START_PRICE = 1_000;
    static final long INCREMENT = 100;
    private static final long MONEY = 1_000_000_000;
    private static final long LIMIT = 40_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ContractClient visitor;
    private final ContractClient seller;
    private final List<ContractClient> members;
    private final List<Lot> lots;
    private final Map<String, Long> paid = new ConcurrentHashMap<>();
    private final long endsAt;

    Fair(URI house, int auctions, int bidders, Duration life) {
        visitor = ContractClient.visiting(house);
        seller = Members.join(visitor, "seller");
        members = IntStream.range(0, bidders).mapToObj(this::bidder).toList();
        endsAt = System.currentTimeMillis() + life.toMillis();
        lots = IntStream.range(0, auctions).mapToObj(this::lot).toList();
    }

    List<Lot> lots() {
        return lots;
    }

    List<ContractClient> members() {
        return members;
    }

    /** Notes a payment that was captured. */
    void paid(ContractClient member, long amount) {
        paid.merge(member.member(), amount, Long::sum);
    }

    /** While the auctions are open: what a member has held is the sum of its paddles. */
    void verifyHolds() {
        for (ContractClient member : members) {
            long limits = lots.stream()
                    .flatMap(lot -> lot.seats().stream())
                    .filter(seat -> seat.member() == member)
                    .mapToLong(Seat::limit)
                    .sum();
            JsonObject wallet = member.wallet("KRW");
            if (System.currentTimeMillis() < endsAt) {
                assertEquals(limits, number(wallet, "held"), "held by " + member.member());
                assertEquals(paid.get(member.member()) - limits, number(wallet, "available"), member.member());
            }
        }
    }

    /** What sockets were answered and shown is what is recorded, and nothing else is. */
    void verifyRecord(Lot lot) {
        String auction = lot.auction();
        List<RecordedBid> recorded = visitor.recordedBids(auction);
        assertEquals(visitor.log(auction).bids(), recorded, auction);
        long amount = 0;
        for (RecordedBid bid : recorded) {
            assertTrue(bid.amount() > amount, () -> auction + " does not rise at " + bid);
            amount = bid.amount();
            RecordedBid shown = lot.shown().getOrDefault(bid.seq(), bid);
            assertEquals(shown, bid, auction);
        }
        assertTrue(lot.shown().keySet().stream().allMatch(seq -> seq <= recorded.size()), auction + " shown only");
        Map<Long, Integer> exact = new TreeMap<>();
        recorded.stream().filter(bid -> !bid.proxy()).forEach(bid -> exact.put(bid.amount(), bid.paddle()));
        for (Lot.Accepted bid : lot.accepted()) {
            boolean tie = !bid.leading() && recorded.get((int) bid.seq() - 1).amount() == bid.amount();
            Integer paddle = exact.remove(bid.amount());
            assertTrue(tie || Integer.valueOf(bid.paddle()).equals(paddle), () -> auction + " lost " + bid);
        }
        assertEquals(Map.of(), exact, auction + " has bids that nobody was told of");
    }

    /** Whether every bid that was shown is in PostgreSQL. */
    boolean isRecorded(Lot lot) {
        long shown =
                lot.shown().keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        return visitor.recordedBids(lot.auction()).size() >= shown;
    }

    /** Every auction is an order, nothing is held any more, and the money that is missing is what the lots cost. */
    void verifySettlement() {
        Eventually.holds(PATIENCE, () -> seller.orders().size() == lots.size(), "sales without an order");
        Map<String, Long> spent = new TreeMap<>();
        for (JsonObject order : seller.orders()) {
            spent.merge(order.getJsonObject("buyer").getString("id"), number(order, "price"), Long::sum);
        }
        for (ContractClient member : members) {
            Eventually.holds(PATIENCE, () -> number(member.wallet("KRW"), "held") == 0, "still held");
            long left = paid.get(member.member()) - spent.getOrDefault(member.member(), 0L);
            assertEquals(left, number(member.wallet("KRW"), "available"), member.member());
        }
    }

    private ContractClient bidder(int number) {
        ContractClient member = Members.join(visitor, "bidder" + number);
        member.topUp(MONEY, "KRW");
        paid(member, MONEY);
        return member;
    }

    private Lot lot(int number) {
        String title = "Crash " + number;
        Lot lot = new Lot(
                seller.offer(new NewAuction(title, seller.anyCategory(), "KRW", START_PRICE, INCREMENT, 0, endsAt, 0)));
        for (ContractClient member : members) {
            lot.seats().add(new Seat(member, member.paddle(lot.auction(), LIMIT), LIMIT));
        }
        return lot;
    }

    private static long number(JsonObject json, String field) {
        return json.getJsonNumber(field).longValueExact();
    }
}
