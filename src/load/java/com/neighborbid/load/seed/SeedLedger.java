package com.neighborbid.load.seed;

import java.sql.SQLException;

/**
 * The books behind it all, as the wallet writes them: a top-up for each member, a hold for each paddle, its release or
 * its capture into the lot's escrow, and the seller's pay less the fee.
 */
final class SeedLedger {
    private static final String MOVES = """
            CREATE UNLOGGED TABLE seed.move (at bigint, transfer bigint, account bigint, amount bigint)""";
    /** Accounts: a member's are 2i - 1 and 2i, then the escrow of each lot, 16 slots of fees and 16 of the gateway. */
    private static final String TOP_UPS = """
            WITH p AS (SELECT i, {begin} + 1500 + i * {memberStep} AS at,
                              ((({begin} + 1000 - {epoch} + i * {memberStep})) << 22) | i AS payment
                       FROM generate_series(1, {members}) i),
            t AS (INSERT INTO transfer (id, kind, currency, at, payment_id)
                  SELECT ((at - {epoch}) << 22) | i, 'TOP_UP', 'KRW', at, payment FROM p)
            INSERT INTO seed.move
            SELECT at, ((at - {epoch}) << 22) | i, m.account, m.amount
            FROM p, LATERAL (VALUES (2 * i - 1, 100000000),
                                    (2 * {members} + {lots} + 17 + payment % 16, -100000000)) m (account, amount)""";

    private static final String HOLDS = """
            WITH t AS (INSERT INTO transfer (id, kind, currency, at, auction_id)
                       SELECT ((p.at - {epoch}) << 22) | ordinal, 'HOLD', 'KRW', p.at, l.id
                       FROM seed.paddle p JOIN seed.lot l USING (j))
            INSERT INTO seed.move
            SELECT at, ((at - {epoch}) << 22) | ordinal, m.account, m.amount
            FROM seed.paddle, LATERAL (VALUES (2 * member - 1, -{limit}), (2 * member, {limit})) m (account, amount)""";
    private static final String RELEASES = """
            WITH r AS (SELECT l.id AS lot, p.member, l.ends_at + 100 AS at, ((l.ends_at + 100 - {epoch}) << 22) | p.ordinal AS id
                       FROM seed.paddle p JOIN seed.lot l USING (j) WHERE p.over AND NOT p.won),
            t AS (INSERT INTO transfer (id, kind, currency, at, auction_id) SELECT id, 'RELEASE', 'KRW', at, lot FROM r)
            INSERT INTO seed.move
            SELECT at, id, m.account, m.amount
            FROM r, LATERAL (VALUES (2 * member - 1, {limit}), (2 * member, -{limit})) m (account, amount)""";
    private static final String CAPTURES = """
            WITH t AS (INSERT INTO transfer (id, kind, currency, at, auction_id, order_id)
                       SELECT ((at + 50 - {epoch}) << 22) | (3000000 + j), 'CAPTURE', 'KRW', at + 50, auction, id
                       FROM seed.sale)
            INSERT INTO seed.move
            SELECT at + 50, ((at + 50 - {epoch}) << 22) | (3000000 + j), m.account, m.amount
            FROM seed.sale, LATERAL (VALUES (2 * buyer, -{limit}), (2 * {members} + j, price), (2 * buyer - 1, {limit} - price))
              m (account, amount)""";
    private static final String SALES = """
            WITH t AS (INSERT INTO transfer (id, kind, currency, at, auction_id, order_id)
                       SELECT ((paid_at + 7 - {epoch}) << 22) | (3000000 + j), 'SALE', 'KRW', paid_at, auction, id
                       FROM seed.sale WHERE paid)
            INSERT INTO seed.move
            SELECT paid_at, ((paid_at + 7 - {epoch}) << 22) | (3000000 + j), m.account, m.amount
            FROM seed.sale, LATERAL (VALUES (2 * {members} + j, -price), (2 * seller - 1, price - fee),
                                            (2 * {members} + {lots} + 1 + auction % 16, fee)) m (account, amount)
            WHERE paid AND m.amount <> 0""";
    private static final String POSTINGS = """
            INSERT INTO posting (transfer_id, account_id, amount, balance_after)
            SELECT transfer, account, amount, after
            FROM (SELECT at, transfer, account, amount,
                         sum(amount) OVER (PARTITION BY account ORDER BY at, transfer ROWS UNBOUNDED PRECEDING) AS after
                  FROM seed.move) m
            ORDER BY at, transfer""";
    private static final String ACCOUNTS = """
            INSERT INTO account (id, kind, owner, currency, balance)
            OVERRIDING SYSTEM VALUE
            SELECT a.id, a.kind, a.owner, 'KRW', COALESCE(m.balance, 0)
            FROM (SELECT 2 * i - 1 AS id, 'AVAILABLE' AS kind, seed.member_id(i) AS owner FROM generate_series(1, {members}) i
                  UNION ALL SELECT 2 * i, 'HELD', seed.member_id(i) FROM generate_series(1, {members}) i
                  UNION ALL SELECT 2 * {members} + j, 'ESCROW', auction FROM seed.sale
                  UNION ALL SELECT 2 * {members} + {lots} + 1 + s, 'FEE', s FROM generate_series(0, 15) s
                  UNION ALL SELECT 2 * {members} + {lots} + 17 + s, 'GATEWAY:sandbox', s FROM generate_series(0, 15) s) a
            LEFT JOIN (SELECT account, sum(amount) AS balance FROM seed.move GROUP BY account) m ON m.account = a.id""";

    private SeedLedger() {}

    static void run(SeedConnection database) throws SQLException {
        database.run(MOVES);
        database.step("transfers", TOP_UPS, HOLDS, RELEASES, CAPTURES, SALES);
        database.step(
                "accounts", ACCOUNTS, "SELECT setval(pg_get_serial_sequence('account', 'id'), max(id)) FROM account");
        database.step("postings", POSTINGS);
    }
}
