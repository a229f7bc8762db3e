package com.neighborbid.load.seed;

import java.sql.SQLException;

/** Paddles with their holds, and of closed lots the settlements, orders and notices. */
final class SeedSales {
    private static final String PADDLES = """
            CREATE UNLOGGED TABLE seed.paddle AS
            SELECT l.j, p, (l.j - 1) * {bidders} + p AS ordinal, 1 + (l.base + p * 7919) % {members} AS member,
                   l.opens_at + p * 1000 AS at, l.over, l.outcome = 'SOLD' AND p = 1 + ({bids} - 1) % {bidders} AS won
            FROM seed.lot l, generate_series(1, {bidders}) p""";
    private static final String ISSUED = """
            INSERT INTO paddle (auction_id, member_id, number, bid_limit, version, synced, changed_at)
            SELECT l.id, seed.member_id(p.member), p.p, {limit}, nextval('paddle_version'), true, p.at
            FROM seed.paddle p JOIN seed.lot l USING (j)""";
    private static final String HOLDS = """
            INSERT INTO hold (id, member_id, auction_id, currency, amount, state, opened_at, closed_at)
            SELECT ((p.at - {epoch}) << 22) | p.ordinal, seed.member_id(p.member), l.id, 'KRW', {limit},
                   CASE WHEN NOT p.over THEN 'OPEN' WHEN p.won THEN 'CAPTURED' ELSE 'RELEASED' END, p.at,
                   CASE WHEN p.over THEN l.ends_at + 100 END
            FROM seed.paddle p JOIN seed.lot l USING (j)""";
    private static final String SETTLEMENTS = """
            INSERT INTO settlement (auction_id, outcome, settled_at, released_at)
            SELECT id, outcome, ends_at + 50, ends_at + 200 FROM seed.lot WHERE over""";
    private static final String SALES = """
            CREATE UNLOGGED TABLE seed.sale AS
            SELECT l.j, l.id AS auction, ((l.ends_at + 60 - {epoch}) << 22) | l.j AS id, l.seller,
                   1 + (l.base + (1 + ({bids} - 1) % {bidders}) * 7919) % {members} AS buyer,
                   l.start_price + ({bids} - 1) * 1000 AS price, (l.start_price + ({bids} - 1) * 1000) * 300 / 10000 AS fee,
                   l.ends_at AS at, l.ends_at + 3 * {day} AS paid_at, l.ends_at + 3 * {day} < {now} AS paid
            FROM seed.lot l WHERE l.outcome = 'SOLD'""";
    private static final String ORDERS = """
            INSERT INTO auction_order (id, auction_id, seller_id, buyer_id, title, price, fee, currency, status, created_at,
                                       release_at, released_at)
            SELECT id, auction, seed.member_id(seller), seed.member_id(buyer), seed.title(j), price, fee, 'KRW',
                   CASE WHEN paid THEN 'RELEASED' ELSE 'HELD_IN_ESCROW' END, at + 50, at + 60 * {day},
                   CASE WHEN paid THEN paid_at END
            FROM seed.sale""";
    private static final String NOTICES = """
            INSERT INTO notification (id, member_id, kind, auction_id, order_id, title, amount, currency, at, read_at,
                                      mailed_at)
            SELECT ((at + 100 - {epoch}) << 22) | (j * 4 + side), seed.member_id(CASE side WHEN 0 THEN buyer ELSE seller END),
                   CASE side WHEN 0 THEN 'WON' WHEN 1 THEN 'SOLD' ELSE 'PAID' END, auction, id, seed.title(j), price, 'KRW',
                   at + 100, CASE WHEN seed.noise(j, 30) % 5 > 0 THEN at + 5000 END, at + 3000
            FROM seed.sale, generate_series(0, 2) side WHERE side < 2 OR paid""";

    private SeedSales() {}

    static void run(SeedConnection database) throws SQLException {
        database.step("paddles", PADDLES, "ANALYZE seed.paddle", ISSUED);
        database.step("holds", HOLDS);
        database.step("settlements", SETTLEMENTS);
        database.step("orders", SALES, ORDERS);
        database.step("notices", NOTICES);
    }
}
