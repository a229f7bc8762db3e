package com.neighborbid.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The lists that an admin may look through: a statement each, over the components' tables, newest first. Parameters are
 * {@code q} (a text to look for, may be empty), {@code id} (the same as an id, or 0), {@code status} (may be empty),
 * {@code below} (the key of the last row that the caller has) and {@code rows}. The first column, {@code key}, is what a
 * page goes on by. A column's name says what it holds: ids end in {@code _id}, times in {@code _at}.
 */
enum Register {
    AUCTIONS("""
            SELECT a.id AS key, a.id AS auction_id, a.title, a.state, a.outcome, a.currency, a.price, a.seq AS bids,
                   a.opens_at, a.ends_at, a.closed_at, a.seller_id, m.display_name AS seller,
                   a.reserve_price AS reserve, a.reserve_met
            FROM auction a JOIN member m ON m.id = a.seller_id
            WHERE a.id < :below AND (:status = '' OR a.state = :status OR a.outcome = :status)
              AND (:q = '' OR a.id = :id OR a.seller_id = :id OR strpos(lower(a.title), :q) > 0)
            ORDER BY a.id DESC LIMIT :rows"""),
    MEMBERS("""
            SELECT m.id AS key, m.id AS member_id, m.display_name AS name, m.email, m.admin, m.place, m.rating,
                   m.created_at, m.banned_at, m.ban_reason, m.erased_at
            FROM member m
            WHERE m.id < :below
              AND (:status = '' OR :status = 'ADMIN' AND m.admin OR :status = 'BANNED' AND m.banned_at IS NOT NULL
                   OR :status = 'ERASED' AND m.erased_at IS NOT NULL)
              AND (:q = '' OR m.id = :id OR strpos(m.email_key, :q) > 0 OR strpos(lower(m.display_name), :q) > 0)
            ORDER BY m.id DESC LIMIT :rows"""),
    ORDERS("""
            SELECT o.id AS key, o.id AS order_id, o.auction_id, o.title, o.status, o.currency, o.price, o.fee,
                   o.seller_id, s.display_name AS seller, o.buyer_id, b.display_name AS buyer, o.created_at, o.release_at
            FROM auction_order o JOIN member s ON s.id = o.seller_id JOIN member b ON b.id = o.buyer_id
            WHERE o.id < :below AND (:status = '' OR o.status = :status)
              AND (:q = '' OR :id IN (o.id, o.auction_id, o.seller_id, o.buyer_id) OR strpos(lower(o.title), :q) > 0)
            ORDER BY o.id DESC LIMIT :rows"""),
    /** Open ones first, the longest waiting at their head; then what was decided, the latest first. */
    DISPUTES("""
            SELECT d.key, d.order_id, o.title, d.status, o.currency, o.price, d.waiting_since, d.opened_by,
                   s.display_name AS seller, d.seller_says, b.display_name AS buyer, d.buyer_says,
                   d.to_seller, d.to_buyer, d.decided_at, d.reason, o.auction_id, o.seller_id, o.buyer_id
            FROM (SELECT CASE WHEN d.decided_at IS NULL THEN 9223372036854775806 - o.id ELSE o.id END AS key, d.order_id,
                         COALESCE(d.outcome, 'OPEN') AS status,
                         CASE WHEN d.decided_at IS NULL THEN d.opened_at END AS waiting_since,
                         CASE WHEN d.opened_by = o.buyer_id THEN 'BUYER' ELSE 'SELLER' END AS opened_by,
                         (SELECT string_agg(text, chr(10) || chr(10) ORDER BY t.id) FROM dispute_statement t
                          WHERE t.order_id = o.id AND t.member_id = o.seller_id) AS seller_says,
                         (SELECT string_agg(text, chr(10) || chr(10) ORDER BY t.id) FROM dispute_statement t
                          WHERE t.order_id = o.id AND t.member_id = o.buyer_id) AS buyer_says,
                         d.to_seller, d.to_buyer, d.decided_at, d.reason
                  FROM dispute d JOIN auction_order o ON o.id = d.order_id) AS d
            JOIN auction_order o ON o.id = d.order_id JOIN member s ON s.id = o.seller_id
            JOIN member b ON b.id = o.buyer_id
            WHERE d.key < :below AND (:status = '' OR d.status = :status)
              AND (:q = '' OR :id IN (o.id, o.auction_id, o.seller_id, o.buyer_id) OR strpos(lower(o.title), :q) > 0)
            ORDER BY d.key DESC LIMIT :rows"""),
    /** Reported things: open ones first, the longest waiting at their head; then what was decided, the latest first. */
    REPORTS("""
            SELECT c.key, c.id AS report_id, c.kind, c.status, c.waiting_since, c.reporters, c.reasons, c.said, a.title,
                   c.auction_id, m.display_name AS member, c.member_id, c.thing_id, c.decided_at
            FROM (SELECT CASE WHEN r.decided_at IS NULL THEN 9223372036854775806 - r.id ELSE r.id END AS key, r.id, r.kind,
                         COALESCE(r.outcome, 'OPEN') AS status, r.auction_id, r.member_id, r.thing_id, r.decided_at,
                         CASE WHEN r.decided_at IS NULL THEN r.opened_at END AS waiting_since,
                         (SELECT count(*) FROM report p WHERE p.case_id = r.id) AS reporters,
                         (SELECT string_agg(reason, chr(10)) FROM (SELECT p.reason FROM report p WHERE p.case_id = r.id
                          ORDER BY p.id LIMIT 20) AS first) AS reasons,
                         (SELECT l.text FROM chat_line l WHERE r.kind = 'CHAT' AND l.id = r.thing_id) AS said
                  FROM report_case r) AS c
            JOIN auction a ON a.id = c.auction_id JOIN member m ON m.id = c.member_id
            WHERE c.key < :below AND (:status = '' OR c.status = :status OR c.kind = :status)
              AND (:q = '' OR :id IN (c.id, c.thing_id, c.auction_id, c.member_id) OR strpos(lower(a.title), :q) > 0
                   OR strpos(lower(m.display_name), :q) > 0)
            ORDER BY c.key DESC LIMIT :rows"""),
    PAYMENTS("""
            SELECT p.id AS key, p.id AS payment_id, p.member_id, m.display_name AS member, p.gateway, p.method, p.status,
                   p.currency, p.amount, p.created_at, p.check_at
            FROM payment p JOIN member m ON m.id = p.member_id
            WHERE p.id < :below AND (:status = '' OR p.status = :status)
              AND (:q = '' OR :id IN (p.id, p.member_id) OR strpos(lower(p.gateway), :q) > 0)
            ORDER BY p.id DESC LIMIT :rows"""),
    ACCOUNTS("""
            SELECT a.id AS key, a.id AS account, a.kind, CASE WHEN a.kind IN ('AVAILABLE', 'HELD', 'ESCROW') THEN a.owner
                   END AS owner_id, m.display_name AS member, a.currency, a.balance
            FROM account a LEFT JOIN member m ON m.id = a.owner AND a.kind IN ('AVAILABLE', 'HELD')
            WHERE a.id < :below AND (:status = '' OR a.kind = :status)
              AND (:q = '' OR a.owner = :id OR strpos(lower(m.display_name), :q) > 0)
            ORDER BY a.id DESC LIMIT :rows"""),
    POSTINGS("""
            SELECT p.id AS key, t.at AS posted_at, t.kind, a.kind AS account, p.amount, t.currency, p.balance_after,
                   CASE WHEN a.kind IN ('AVAILABLE', 'HELD', 'ESCROW') THEN a.owner END AS owner_id,
                   t.auction_id, t.order_id, t.payment_id, t.id AS transfer_id
            FROM posting p JOIN transfer t ON t.id = p.transfer_id JOIN account a ON a.id = p.account_id
            WHERE p.id < :below AND (:status = '' OR t.kind = :status)
              AND (:q = '' OR :id IN (a.owner, t.auction_id, t.order_id, t.payment_id, t.id))
            ORDER BY p.id DESC LIMIT :rows"""),
    HOLDS("""
            SELECT h.id AS key, h.member_id, m.display_name AS member, h.auction_id, h.state, h.currency, h.amount,
                   h.opened_at, h.closed_at
            FROM hold h JOIN member m ON m.id = h.member_id
            WHERE h.id < :below AND (:status = '' OR h.state = :status)
              AND (:q = '' OR :id IN (h.id, h.member_id, h.auction_id))
            ORDER BY h.id DESC LIMIT :rows"""),
    BIDS("""
            SELECT b.seq AS key, b.seq, b.amount, b.paddle, p.member_id, m.display_name AS member, b.proxy, b.at AS bid_at
            FROM recorded_bid b JOIN paddle p ON p.auction_id = b.auction_id AND p.number = b.paddle
            JOIN member m ON m.id = p.member_id
            WHERE b.auction_id = :id AND b.seq < :below AND (:q <> '' AND :status = '')
            ORDER BY b.seq DESC LIMIT :rows"""),
    AUDIT("""
            SELECT a.id AS key, a.at AS done_at, a.admin_id, m.display_name AS admin, a.action, a.subject, a.reason,
                   o.outcome, a.detail, a.request_id AS request
            FROM audit a JOIN member m ON m.id = a.admin_id LEFT JOIN audit_outcome o ON o.audit_id = a.id
            WHERE a.id < :below AND (:status = '' OR a.action = :status)
              AND (:q = '' OR a.admin_id = :id OR a.subject = :q OR strpos(lower(a.reason), :q) > 0)
            ORDER BY a.id DESC LIMIT :rows""");

    private final String sql;

    Register(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** The list of this name in lower case. */
    static Optional<Register> named(String name) {
        return Arrays.stream(values())
                .filter(register -> register.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
