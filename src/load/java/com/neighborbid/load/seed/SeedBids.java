package com.neighborbid.load.seed;

import java.sql.SQLException;

/** Bids in turn by the bidders of each lot, 1,000 won above each other, with the log's chain; and their decisions. */
final class SeedBids {
    /** An id's public text, {@code platform.Ids}. */
    private static final String TEXT = """
            CREATE FUNCTION seed.id_text(id bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((id >> (5 * k)) & 31)::int + 1, 1), ''
                              ORDER BY k DESC) FROM generate_series(0, 12) k $$""";
    /** The chain of {@code bidding.LogChain}. */
    private static final String CHAIN = """
            CREATE FUNCTION seed.bids(id bigint, opens bigint, ends bigint, start bigint)
            RETURNS TABLE (seq bigint, amount bigint, paddle int, at bigint, hash text) LANGUAGE plpgsql AS $$
            DECLARE
              name constant text := seed.id_text(id);
            BEGIN
              hash := encode(sha256(convert_to(name, 'UTF8')), 'hex');
              FOR n IN 1..{bids} LOOP
                seq := n;
                amount := start + (n - 1) * 1000;
                paddle := 1 + (n - 1) % {bidders};
                at := opens + (ends - opens) / ({bids} + 1) * n;
                hash := encode(sha256(convert_to(
                  hash || '|' || name || '|' || n || '|' || amount || '|' || paddle || '|' || at || '|0', 'UTF8')), 'hex');
                RETURN NEXT;
              END LOOP;
            END $$""";

    private static final String BIDS = """
            INSERT INTO bid (auction_id, seq, amount, paddle, proxy, at, hash)
            SELECT l.id, b.seq, b.amount, b.paddle, false, b.at, b.hash
            FROM seed.lot l CROSS JOIN LATERAL seed.bids(l.id, l.opens_at, l.bids_until, l.start_price) b""";
    private static final String DECISIONS = """
            INSERT INTO decision (auction_id, n, epoch, paddle, kind, value, standing_max, seq, is_leading, ref, at)
            SELECT auction_id, seq, 0, paddle, 'A', amount, amount, seq, true, 'r' || seq, at FROM bid""";
    private static final String LOGS = """
            INSERT INTO bid_log (auction_id, n, seq, head, price, leader, leader_member, leader_max, state, ends_at,
                                 reserve_met)
            SELECT l.id, {bids}, {bids}, b.hash, b.amount, b.paddle, seed.bidder(l.base, b.paddle), b.amount,
                   CASE WHEN l.over THEN 'CLOSED' ELSE 'OPEN' END, l.ends_at, COALESCE(l.outcome, 'SOLD') = 'SOLD'
            FROM seed.lot l JOIN bid b ON b.auction_id = l.id AND b.seq = {bids}""";
    private static final String BIDDER = """
            CREATE FUNCTION seed.bidder(base bigint, paddle bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
            RETURN seed.member_id(1 + (base + paddle * 7919) % {members})""";

    private SeedBids() {}

    static void run(SeedConnection database) throws SQLException {
        database.run(TEXT);
        database.run(CHAIN);
        database.run(BIDDER);
        database.step("bids", BIDS);
        database.step("decisions", DECISIONS);
        database.step("logs", LOGS);
    }
}
