package com.neighborbid.faults;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the house takes to do all of its work again, from the moment at which this was made: every bidder in every
 * lasting auction has an answer to something that it asked since, a bid made since is recorded in each, money was moved and
 * a page was read.
 */
final class Recovery implements Ears {
    private static final String MONEY = "money";
    private static final String PAGE = "a page";

    private final long began = System.nanoTime();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final Map<String, Long> tookMillis = new ConcurrentHashMap<>();

    Recovery(List<Sale> lasting) {
        for (Sale sale : lasting) {
            missing.add(record(sale));
            sale.seats().forEach(seat -> missing.add(bidder(sale, seat.paddle())));
        }
        missing.addAll(List.of(MONEY, PAGE));
    }

    private static String record(Sale sale) {
        return "the record of " + sale.auction();
    }

    private static String bidder(Sale sale, int paddle) {
        return "an answer to paddle " + paddle + " in " + sale.auction();
    }

    /** Returns how many milliseconds it took; throws when it takes longer than this. */
    long await(Duration most) {
        if (!Until.held(most, missing::isEmpty)) {
            throw new IllegalStateException("not recovered in " + most.toSeconds() + " s: " + new HashSet<>(missing));
        }
        return tookMillis.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** What came last. */
    String slowest() {
        return tookMillis.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private void found(String what) {
        if (missing.remove(what)) {
            tookMillis.put(what, (System.nanoTime() - began) / 1_000_000);
        }
    }

    private boolean isSince(long nanos) {
        return nanos - began >= 0;
    }

    @Override
    public void answered(Sale sale, BidCall call) {
        if (!isSince(call.invokedNanos())) {
            return;
        }
        found(bidder(sale, call.paddle()));
        if (call.outcome().accepted() && call.outcome().seq() > 0) {
            accepted.putIfAbsent(sale.auction(), call.outcome().seq());
        }
    }

    @Override
    public void recorded(Sale sale, long seq) {
        Long first = accepted.get(sale.auction());
        if (first != null && seq >= first) {
            found(record(sale));
        }
    }

    @Override
    public void moneyMoved(long askedNanos) {
        if (isSince(askedNanos)) {
            found(MONEY);
        }
    }

    @Override
    public void pageRead(long askedNanos) {
        if (isSince(askedNanos)) {
            found(PAGE);
        }
    }
}
