package com.neighborbid.load.seed;

import java.sql.SQLException;

/**
 * Lots: the closed ones ended one after the other until a minute ago, a week after they had opened; the open ones opened
 * in the last six days and end within the next seven. {@code seed.lot} keeps what the other steps need of each.
 */
final class SeedLots {
    private static final String LOTS = """
            CREATE UNLOGGED TABLE seed.lot AS
            SELECT j, ((opens_at - {epoch}) << 22) | j AS id, over, opens_at, ends_at,
                   CASE WHEN over THEN ends_at ELSE {now} END AS bids_until, base, 1 + base % {members} AS seller,
                   1000 * (1 + seed.noise(j, 11) % 500) AS start_price,
                   CASE WHEN NOT over THEN NULL WHEN seed.noise(j, 12) % 10 = 0 THEN 'RESERVE_NOT_MET' ELSE 'SOLD' END
                     AS outcome
            FROM (SELECT j, over, seed.noise(j, 10) AS base,
                         CASE WHEN over THEN ends_at - 7 * {day} ELSE {now} - 1 - ({lots} - j) * (6 * {day} / {open}) END
                           AS opens_at, ends_at
                  FROM (SELECT j::bigint, j <= {closed} AS over,
                               CASE WHEN j <= {closed}
                                    THEN {begin} + 10 * {day} + ({now} - 60000 - {begin} - 10 * {day}) / {closed} * j
                                    ELSE {now} + 3600000 + seed.noise(j, 13) % (7 * {day}) END AS ends_at
                        FROM generate_series(1, {lots}) j) t) l""";
    private static final String AUCTIONS = """
            INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, reserve_price,
                                 increments, opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, lat, lng,
                                 place, created_at, state, outcome, closed_at, price, listed_price, seq, leader, reserve_met,
                                 ends_at)
            SELECT l.id, seed.member_id(l.seller), seed.title(j), seed.description(j), c.id, 'KRW', start_price,
                   CASE WHEN outcome = 'RESERVE_NOT_MET' THEN 900000000 END, '0:1000', opens_at, ends_at, 60, 3600,
                   37.4 + (seed.noise(j, 14) % 3000) / 10000.0, 126.8 + (seed.noise(j, 15) % 4000) / 10000.0, '서울',
                   opens_at, CASE WHEN over THEN 'CLOSED' ELSE 'OPEN' END, outcome, CASE WHEN over THEN ends_at + 20 END,
                   start_price + ({bids} - 1) * 1000, start_price + ({bids} - 1) * 1000, {bids}, 1 + ({bids} - 1) % {bidders},
                   COALESCE(outcome, 'SOLD') = 'SOLD', ends_at
            FROM seed.lot l
            JOIN category c ON c.position = 1 + ((seed.noise(j, 16) % 1000) * (seed.noise(j, 16) % 1000)) * 20 / 1000000
            ORDER BY j""";
    private static final String TEXTS = """
            INSERT INTO auction_text (auction_id, text, pairs)
            SELECT id, t, seed.pairs(t)
            FROM (SELECT id, lower(seed.title(j) || ' ' || seed.description(j)) AS t FROM seed.lot OFFSET 0) l""";
    private static final String GOING_ON = """
            INSERT INTO auction_search (auction_id, text, pairs)
            SELECT t.auction_id, t.text, t.pairs FROM auction_text t JOIN seed.lot l ON l.id = t.auction_id WHERE NOT l.over""";
    private static final String WATCHES = """
            INSERT INTO watch (member_id, auction_id, created_at)
            SELECT seed.member_id(1 + (base + k * 104729) % {members}), id, {now} - 60000
            FROM seed.lot, generate_series(1, 4) k WHERE NOT over""";

    private SeedLots() {}

    static void run(SeedConnection database) throws SQLException {
        database.run(SeedWords.RARE);
        database.run(SeedWords.TITLE);
        database.run(SeedWords.DESCRIPTION);
        database.run(SeedWords.PAIRS);
        database.step("lots", LOTS, "ANALYZE seed.lot");
        database.step("auctions", AUCTIONS);
        database.step("watches", WATCHES);
    }

    static void texts(SeedConnection database) throws SQLException {
        database.step("texts to search", TEXTS, GOING_ON);
    }
}
