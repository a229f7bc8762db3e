package com.neighborbid.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must hold in the database, as questions that have no answer: each row found is a violation. The numbers are those of
 * the invariants in src/docs/reliability.md.
 */
final class RecordRules {
    private RecordRules() {}

    /** What holds at every moment. */
    static Map<String, String> always() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("1 a transfer does not sum to zero", """
                SELECT transfer_id, sum(amount) FROM posting GROUP BY transfer_id HAVING sum(amount) <> 0""");
        rules.put("1 a currency does not sum to zero", """
                SELECT currency, sum(balance) FROM account GROUP BY currency HAVING sum(balance) <> 0""");
        rules.put("2 a balance is below zero", """
                SELECT kind, owner, balance FROM account WHERE balance < 0 AND kind IN ('AVAILABLE', 'HELD')""");
        rules.put("3 held is not the sum of the open holds", """
                SELECT a.owner, a.balance, h.held FROM account a LEFT JOIN (
                    SELECT member_id, currency, sum(amount) AS held FROM hold WHERE state = 'OPEN'
                    GROUP BY member_id, currency) h ON h.member_id = a.owner AND h.currency = a.currency
                WHERE a.kind = 'HELD' AND a.balance <> coalesce(h.held, 0)""");
        rules.put("3 a balance is not that of its postings", """
                SELECT a.id, a.balance, sum(p.amount) FROM account a LEFT JOIN posting p ON p.account_id = a.id
                GROUP BY a.id HAVING a.balance <> coalesce(sum(p.amount), 0)""");
        rules.put("4 a leader is not covered", """
                SELECT l.auction_id, l.leader_member, l.leader_max, h.amount FROM bid_log l
                LEFT JOIN hold h ON h.auction_id = l.auction_id AND h.member_id = l.leader_member AND h.state = 'OPEN'
                JOIN auction a ON a.id = l.auction_id
                WHERE l.state <> 'CLOSED' AND a.state <> 'CLOSED' AND l.leader IS NOT NULL
                  AND coalesce(h.amount, 0) < l.leader_max""");
        rules.put("5 a log has a hole, or does not rise", """
                SELECT auction_id, seq, amount FROM (
                    SELECT auction_id, seq, amount,
                           row_number() OVER log AS place, lag(amount) OVER log AS before
                    FROM bid WINDOW log AS (PARTITION BY auction_id ORDER BY seq)) b
                WHERE seq <> place OR amount <= before""");
        rules.put("6 a ref was decided twice", """
                SELECT auction_id, paddle, ref, count(*) FROM decision GROUP BY auction_id, paddle, ref
                HAVING count(*) > 1""");
        rules.put("8 something was accepted at or after the end", """
                SELECT d.auction_id, d.n, d.at, a.ends_at FROM decision d JOIN auction a ON a.id = d.auction_id
                WHERE d.at >= a.ends_at""");
        rules.put("9 a winner is not the last to bid, or not covered, or below the reserve", """
                SELECT o.auction_id, o.buyer_id, o.price FROM auction_order o
                JOIN auction a ON a.id = o.auction_id
                LEFT JOIN bid b ON b.auction_id = a.id AND b.seq = a.seq
                LEFT JOIN paddle p ON p.auction_id = a.id AND p.number = b.paddle
                LEFT JOIN hold h ON h.auction_id = a.id AND h.member_id = o.buyer_id AND h.state = 'CAPTURED'
                WHERE a.outcome IS DISTINCT FROM 'SOLD' OR b.amount IS DISTINCT FROM o.price
                   OR p.member_id IS DISTINCT FROM o.buyer_id OR coalesce(h.amount, 0) < o.price
                   OR o.price < coalesce(a.reserve_price, 0)""");
        rules.put("10 an auction was captured more than once", """
                SELECT auction_id, count(*) FROM transfer WHERE kind = 'CAPTURE' GROUP BY auction_id
                HAVING count(*) > 1""");
        rules.put("11 settled before all was recorded", """
                SELECT s.auction_id, l.seq, a.seq, count(b.seq) FROM settlement s
                JOIN bid_log l ON l.auction_id = s.auction_id JOIN auction a ON a.id = s.auction_id
                LEFT JOIN bid b ON b.auction_id = s.auction_id
                GROUP BY s.auction_id, l.seq, a.seq, l.state
                HAVING l.seq <> a.seq OR count(b.seq) <> a.seq OR l.state <> 'CLOSED'""");
        rules.put("13 somebody was told the same twice", """
                SELECT member_id, auction_id, kind, count(*) FROM notification WHERE kind IN ('WON', 'SOLD', 'UNSOLD')
                GROUP BY member_id, auction_id, kind HAVING count(*) > 1""");
        rules.put("13 there are more notices than messages that ordered one", """
                SELECT told, ordered FROM (SELECT count(*) AS told FROM notification) n,
                    (SELECT count(*) AS ordered FROM inbox WHERE receiver = 'notification') i
                WHERE told <> ordered""");
        return rules;
    }

    /** What holds, beside that, once nothing is on its way any more: every auction is closed, and what follows has followed. */
    static Map<String, String> atRest() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("10 an auction is not closed", "SELECT id, state, ends_at FROM auction WHERE state <> 'CLOSED'");
        rules.put("9 a sale has no order, or what is no sale has one", """
                SELECT a.id, a.outcome, o.id FROM auction a LEFT JOIN auction_order o ON o.auction_id = a.id
                WHERE (a.outcome = 'SOLD') <> (o.id IS NOT NULL)""");
        rules.put("9 an outcome is not that of its bids", """
                SELECT id, outcome, seq, price, reserve_price FROM auction WHERE outcome <> 'WITHDRAWN' AND outcome <>
                    CASE WHEN seq = 0 THEN 'NO_BIDS' WHEN price < coalesce(reserve_price, 0) THEN 'RESERVE_NOT_MET'
                         ELSE 'SOLD' END""");
        rules.put("10 an auction is not settled", """
                SELECT a.id, a.state, s.released_at FROM auction a LEFT JOIN settlement s ON s.auction_id = a.id
                WHERE a.state = 'CLOSED' AND s.released_at IS NULL""");
        rules.put("10 a hold is left open", """
                SELECT h.auction_id, h.member_id, h.amount FROM hold h JOIN auction a ON a.id = h.auction_id
                WHERE h.state = 'OPEN' AND a.state = 'CLOSED'""");
        rules.put("10 what was held in an auction does not come to nothing", """
                SELECT t.auction_id, p.account_id, sum(p.amount) FROM transfer t JOIN posting p ON p.transfer_id = t.id
                JOIN account c ON c.id = p.account_id JOIN auction a ON a.id = t.auction_id
                WHERE c.kind = 'HELD' AND a.state = 'CLOSED'
                GROUP BY t.auction_id, p.account_id HAVING sum(p.amount) <> 0""");
        rules.put("13 the outbox holds a message", "SELECT id, queue FROM outbox");
        rules.put("13 a buyer or a seller was not told", """
                SELECT o.auction_id, k.kind FROM auction_order o CROSS JOIN (VALUES ('WON'), ('SOLD')) k(kind)
                LEFT JOIN notification n ON n.auction_id = o.auction_id AND n.kind = k.kind
                  AND n.member_id = CASE k.kind WHEN 'WON' THEN o.buyer_id ELSE o.seller_id END
                WHERE n.id IS NULL""");
        return rules;
    }
}
