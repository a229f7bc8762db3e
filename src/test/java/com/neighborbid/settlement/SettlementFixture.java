package com.neighborbid.settlement;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.TestHouse;
import com.neighborbid.platform.Time;
import com.neighborbid.wallet.Balance;
import com.neighborbid.wallet.TopUp;
import com.neighborbid.wallet.TrialBalance;
import com.neighborbid.wallet.Wallets;
import java.util.List;
import java.util.stream.LongStream;

/** Closed auctions of a bicycle, their bidders' money held, on a real database; a clock that moves when it is told. */
final class SettlementFixture implements AutoCloseable {
    static final long NOW = 1_790_000_000_000L;

    long now = NOW;
    final TestHouse house = new TestHouse()
            .with(new SettlementConfig(300, 7, 4))
            .with(new Time() {
                @Override
                public long now() {
                    return now;
                }
            });
    final Wallets wallets = house.get(Wallets.class);
    final Orders orders = house.get(Orders.class);
    final Disputes disputes = house.get(Disputes.class);
    final Settlements settlements = house.get(Settlements.class);
    final SettlementSteps steps = house.get(SettlementSteps.class);

    static Money won(long amount) {
        return new Money(amount, Currency.KRW);
    }

    /** A new member with money. */
    long memberWith(long won) {
        long member = Ids.next(new Time());
        execute(
                "INSERT INTO member (id, email, email_key, password_hash, display_name, locale, created_at)"
                        + " VALUES (?1, ?2, ?2, 'x', 'Mina', 'ko', 0)",
                member,
                Ids.text(member) + "@example.com");
        if (won > 0) {
            TopUp.of(wallets, member, won(won));
        }
        return member;
    }

    /** A bicycle under the hammer, without a bid. */
    long open(long seller) {
        long auction = Ids.next(new Time());
        execute(
                "INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, increments,"
                        + " opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, created_at, state, price,"
                        + " ends_at) VALUES (?1, ?2, 'Bicycle', '', 'bicycles', 'KRW', 1, '0:1', 0, 1, 0, 0, 0, 'OPEN', 1, 1)",
                auction,
                seller);
        execute("INSERT INTO bid_log (auction_id, head, price, state, ends_at) VALUES (?1, '', 1, 'OPEN', 1)", auction);
        return auction;
    }

    /** The hammer falls, with a leader where {@code price} is not 0. */
    void close(long auction, AuctionOutcome outcome, long leader, long price) {
        if (price > 0) {
            execute(
                    "UPDATE bid_log SET seq = 1, leader = 1, leader_member = ?2, leader_max = ?3, price = ?3"
                            + " WHERE auction_id = ?1",
                    auction,
                    leader,
                    price);
            execute("UPDATE auction SET seq = 1, leader = 1, price = ?2 WHERE id = ?1", auction, price);
        }
        execute(
                "UPDATE auction SET state = 'CLOSED', outcome = ?2, closed_at = ?3 WHERE id = ?1",
                auction,
                outcome.name(),
                now);
    }

    /** A sold bicycle, settled: its order. */
    Order sold(long seller, long buyer, long price) {
        long auction = open(seller);
        wallets.hold(buyer, auction, won(price));
        close(auction, AuctionOutcome.SOLD, buyer, price);
        settlements.settle(auction);
        return orders.newest(buyer, Long.MAX_VALUE, 1).get(0);
    }

    Balance balance(long member) {
        return wallets.balance(member, Currency.KRW);
    }

    List<Balance> balances(List<Long> members) {
        return members.stream().map(this::balance).toList();
    }

    /** What waits to be told, as kind and the rest of the JSON. */
    List<String> notices() {
        return rows("SELECT body FROM outbox WHERE queue = 'nb.notices' ORDER BY id").stream()
                .map(Object::toString)
                .toList();
    }

    /** How many holds of an auction are in a state. */
    long holds(long auction, String state) {
        return count("SELECT count(*) FROM hold WHERE auction_id = " + auction + " AND state = '" + state + "'");
    }

    long count(String sql) {
        return ((Number) rows(sql).get(0)).longValue();
    }

    boolean booksBalance() {
        return house.get(TrialBalance.class).audit().isClean()
                && house.get(TrialBalance.class).balances().balances();
    }

    /** Members with this much money, all of it held in the auction. */
    List<Long> bidders(long auction, long... limits) {
        return house.together(entities -> LongStream.of(limits)
                .mapToObj(limit -> {
                    long bidder = memberWith(limit);
                    wallets.hold(bidder, auction, won(limit));
                    return bidder;
                })
                .toList());
    }

    private List<?> rows(String sql) {
        return house.together(entities -> entities.createNativeQuery(sql).getResultList());
    }

    void execute(String sql, Object... values) {
        house.together(entities -> {
            var query = entities.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }

    @Override
    public void close() {
        house.close();
    }
}
