package com.neighborbid.faults;

import com.neighborbid.faults.Books.Row;
import com.neighborbid.load.BidLog;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.RecordedBid;
import com.neighborbid.load.Seat;
import com.neighborbid.platform.Ids;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what clients were told with what the house has in the end, and the house with itself. */
final class Inspector {
    private static final int ROWS_SHOWN = 3;

    private final Books books;
    private final ContractClient visitor;
    private final History history;
    private final List<Sale> sales;
    private final List<String> violations = new ArrayList<>();

    /**
     * @param visitor of the house, whose links are all well
     * @param sales of the round: what earlier rounds left in the record is not this one's to explain
     */
    Inspector(Books books, ContractClient visitor, History history, List<Sale> sales) {
        this.books = books;
        this.visitor = visitor;
        this.history = history;
        this.sales = List.copyOf(sales);
    }

    /** Everything that must hold at the end of a round, and does not. */
    List<String> violations() throws SQLException {
        violations.addAll(history.contradictions());
        violations.addAll(rules(books, RecordRules.always()));
        violations.addAll(rules(books, RecordRules.atRest()));
        sales.forEach(this::checkLog);
        checkDecisions();
        checkClosings();
        checkPayments();
        checkPurses();
        return violations;
    }

    /** Rows that these questions find. */
    static List<String> rules(Books books, Map<String, String> questions) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, String> question : questions.entrySet()) {
            List<Row> rows = books.ask(question.getValue());
            if (!rows.isEmpty()) {
                found.add(question.getKey() + ", " + rows.size() + " times: "
                        + rows.subList(0, Math.min(ROWS_SHOWN, rows.size())));
            }
        }
        return found;
    }

    /** 4: what is held for each seat of an open auction is its limit. */
    static List<String> holds(Books books, Sale sale) throws SQLException {
        Map<String, Long> held = new HashMap<>();
        long auction = Ids.parse(sale.auction()).orElseThrow();
        for (Row row :
                books.ask("SELECT member_id, amount FROM hold WHERE state = 'OPEN' AND auction_id = " + auction)) {
            held.put(Ids.text(row.number(0)), row.number(1));
        }
        List<String> wrong = new ArrayList<>();
        for (Seat seat : sale.seats()) {
            Long amount = held.get(seat.member().member());
            if (amount == null || amount != seat.limit()) {
                wrong.add("4 in " + sale.auction() + " paddle " + seat.paddle() + " was confirmed a limit of "
                        + seat.limit() + ", and held is " + amount);
            }
        }
        return wrong;
    }

    /** 5, 7 and 12: the public log proves, and has just what sockets showed. */
    private void checkLog(Sale sale) {
        String auction = sale.auction();
        BidLog log = visitor.log(auction);
        expect(log.bids().equals(visitor.recordedBids(auction)), "5 the log of " + auction + " and its bids differ");
        Map<Long, RecordedBid> recorded = new HashMap<>();
        log.bids().forEach(bid -> recorded.put(bid.seq(), bid));
        history.shownIn(auction)
                .forEach((seq, bid) -> expect(
                        bid.equals(recorded.get(seq)),
                        "7 " + auction + " showed " + bid + " and recorded " + recorded.get(seq)));
    }

    /** 6 and 7: what was accepted is recorded as it was answered, what was refused is not, and nobody else's is. */
    private void checkDecisions() throws SQLException {
        Set<String> ours = sales.stream().map(Sale::auction).collect(Collectors.toSet());
        Map<String, Row> decisions = new TreeMap<>();
        for (Row row : books.ask("SELECT auction_id, paddle, ref, kind, value, seq, is_leading FROM decision")) {
            String auction = Ids.text(row.number(0));
            if (ours.contains(auction)) {
                decisions.put(auction + " " + row.get(1) + " " + row.get(2), row);
            }
        }
        for (BidCall call : history.bids()) {
            Row row = decisions.remove(call.auction() + " " + call.paddle() + " " + call.ref());
            BidCall.Outcome outcome = call.outcome();
            if (row == null) {
                expect(!outcome.accepted(), "7 lost: " + call);
                continue;
            }
            expect(!outcome.known() || outcome.accepted(), "7 refused, and recorded: " + call);
            boolean same = row.get(3).equals(call.proxy() ? "M" : "A")
                    && row.number(4) == call.value()
                    && (!outcome.accepted()
                            || row.number(5) == outcome.seq() && row.get(6).equals("t") == outcome.leading());
            expect(same, "7 recorded otherwise: " + call + " as " + row);
        }
        decisions.values().forEach(row -> expect(false, "7 nobody asked for " + row));
    }

    /** 9: what the room was told of its end is what became of it. */
    private void checkClosings() throws SQLException {
        Map<String, Row> auctions = new HashMap<>();
        for (Row row : books.ask("SELECT id, outcome, seq, price, coalesce(leader, 0) FROM auction")) {
            auctions.put(Ids.text(row.number(0)), row);
        }
        history.closings().forEach((auction, closing) -> {
            Row row = auctions.get(auction);
            boolean same = row != null
                    && closing.outcome().equals(row.get(1))
                    && closing.seq() == row.number(2)
                    && (closing.seq() == 0 || closing.price() == row.number(3) && closing.paddle() == row.number(4));
            expect(same, "9 " + auction + " ended for its room as " + closing + " and in the record as " + row);
        });
    }

    /** 13: each payment that was answered was made once, and no other. */
    private void checkPayments() throws SQLException {
        Map<String, Long> made = new HashMap<>();
        for (Row row :
                books.ask("SELECT member_id, sum(amount) FROM payment WHERE status = 'CAPTURED' GROUP BY member_id")) {
            made.put(Ids.text(row.number(0)), row.number(1));
        }
        history.paid()
                .forEach((member, answered) -> expect(
                        answered.equals(made.get(member)),
                        "13 " + member + " was answered for " + answered + " paid in, and it is " + made.get(member)));
    }

    /** 3 and 10: what a member has is what it paid in, less what it bought. */
    private void checkPurses() throws SQLException {
        for (Row row : books.ask("""
                SELECT a.owner, a.balance, coalesce((SELECT sum(price) FROM auction_order WHERE buyer_id = a.owner), 0)
                FROM account a WHERE a.kind = 'AVAILABLE'""")) {
            Long paid = history.paid().get(Ids.text(row.number(0)));
            if (paid != null) {
                expect(
                        row.number(1) == paid - row.number(2),
                        "10 a member paid in " + paid + ", bought for " + row.get(2) + " and has " + row.get(1));
            }
        }
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
