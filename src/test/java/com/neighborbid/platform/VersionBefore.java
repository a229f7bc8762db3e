package com.neighborbid.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The house as it was before the migrations that are tested: some threads that go on with its statements, each round a
 * member who offers, bids, wins and is told. Bring the statements forward with the baseline, never with a migration.
 */
final class VersionBefore implements AutoCloseable {
    private static final int THREADS = 4;
    private static final List<String> ROUND = List.of(
            "INSERT INTO member (id, email, email_key, password_hash, display_name, locale, created_at)"
                    + " VALUES (%1$d, 'a', 'a%1$d', '-', 'Mina', 'ko', 1)",
            "INSERT INTO session (id, member_id, token_hash, created_at, expires_at) VALUES (%1$d, %1$d, 't%1$d', 1, 2)",
            "INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, increments,"
                    + " opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, created_at, state, price,"
                    + " ends_at) VALUES (%1$d, %1$d, 'Bicycle', '', 'bicycles', 'KRW', 1, '0:1', 0, 1, 0, 0, 0, 'OPEN', 1, 1)",
            "INSERT INTO auction_text (auction_id, text, pairs) VALUES (%1$d, 'bicycle', '{bi}')",
            "INSERT INTO bid_log (auction_id, head, price, state, ends_at) VALUES (%1$d, '', 1, 'OPEN', 1)",
            "INSERT INTO paddle (auction_id, member_id, number, bid_limit, version, synced, changed_at)"
                    + " VALUES (%1$d, %1$d, 1, 5, nextval('paddle_version'), true, 1)",
            "INSERT INTO bid (auction_id, seq, amount, paddle, proxy, at, hash) VALUES (%1$d, 1, 5, 1, false, 1, 'h')",
            "INSERT INTO decision (auction_id, n, epoch, paddle, kind, value, standing_max, seq, is_leading, ref, at)"
                    + " VALUES (%1$d, 1, 1, 1, 'A', 5, NULL, 1, true, 'r', 1)",
            "UPDATE bid_log SET epoch = 1, n = 1, seq = 1, head = 'h', price = 5, leader = 1, leader_member = %1$d,"
                    + " leader_max = 5, reserve_met = false, moved_ms = 0, paused_at = NULL WHERE auction_id = %1$d",
            "INSERT INTO relay_position AS p (partition, millis, counter) VALUES (%1$d %% 64, %1$d, 0) ON CONFLICT (partition)"
                    + " DO UPDATE SET millis = EXCLUDED.millis WHERE (p.millis, p.counter) < (EXCLUDED.millis, EXCLUDED.counter)",
            "UPDATE auction SET state = 'CLOSED', outcome = 'SOLD', closed_at = 2, price = 5, seq = 1, leader = 1"
                    + " WHERE id = %1$d",
            "INSERT INTO hold (id, member_id, auction_id, currency, amount, state, opened_at)"
                    + " VALUES (%1$d, %1$d, %1$d, 'KRW', 5, 'OPEN', 0)",
            "INSERT INTO auction_order (id, auction_id, seller_id, buyer_id, title, price, fee, currency, status, created_at,"
                    + " release_at) VALUES (%1$d, %1$d, %1$d, %1$d, 'Bicycle', 5, 0, 'KRW', 'HELD_IN_ESCROW', 1, 2)",
            "INSERT INTO notification (id, member_id, kind, auction_id, title, currency, at)"
                    + " VALUES (%1$d, %1$d, 'WON', %1$d, 'Bicycle', 'KRW', 1)",
            "INSERT INTO outbox (queue, body, created_at) VALUES ('nb.mail', '%1$d', 1)",
            "DELETE FROM outbox WHERE body = '%1$d'",
            "INSERT INTO inbox (receiver, message_id, at) VALUES ('mail', '%1$d', 1)",
            "INSERT INTO idempotency (member_id, key, request_hash, status, answer, at) VALUES (%1$d, 'k', '', 201, '', 1)",
            "SELECT a.id, m.display_name, m.banned_at FROM auction a JOIN member m ON m.id = a.seller_id"
                    + " WHERE NOT a.over ORDER BY a.ends_at LIMIT 20",
            "SELECT * FROM session s JOIN member m ON m.id = s.member_id WHERE s.token_hash = 't%1$d'");

    private final PostgresServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final AtomicLong rounds = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    VersionBefore(PostgresServer server) {
        this.server = server;
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::goOn);
        }
    }

    /** How many rounds it has made. */
    long rounds() {
        return rounds.get();
    }

    /** The longest that a statement took, in milliseconds. */
    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestNanos.get());
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        goesOn.set(false);
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a statement of the version before hangs");
        }
    }

    private void goOn() {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            while (goesOn.get()) {
                long id = rounds.incrementAndGet();
                for (String sql : ROUND) {
                    long began = System.nanoTime();
                    statement.execute(sql.formatted(id));
                    longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
                }
            }
        } catch (SQLException e) {
            failures.add(e.getMessage());
        }
    }
}
