package com.neighborbid.load;

import org.HdrHistogram.Histogram;

/**
 * What one trial has counted; loop thread only, until the trial is over. Latencies are in microseconds. Bids that were
 * meant to be sent before {@code measureFrom} (a {@link System#nanoTime()}) warm the house up and are not counted.
 */
final class Tally {
    /** From the moment at which the bid should have gone out, so that a slow answer cannot hide the next bids' wait. */
    private final Histogram answers = new Histogram(3);

    /** From that moment to each watcher's and bidder's sight of the bid. */
    private final Histogram deliveries = new Histogram(3);

    /** From the bidder's {@code accepted} to the room's {@code recorded}. */
    private final Histogram recordings = new Histogram(3);

    private final long measureFrom;
    private long sent;
    private long accepted;
    private long tooLow;
    private long refused;
    private long errors;
    private long frames;
    private long lastAnswer;

    Tally(long measureFrom) {
        this.measureFrom = measureFrom;
    }

    void sent(long intended) {
        if (counts(intended)) {
            sent++;
        }
    }

    void accepted(long intended, long now) {
        if (counts(intended)) {
            accepted++;
            answered(intended, now);
        }
    }

    void rejected(String code, long intended, long now) {
        if (counts(intended)) {
            // Both are the price of bidding on what the bidder saw last: somebody else, or its own bid, came first.
            if (code.equals("TOO_LOW") || code.equals("ALREADY_LEADING")) {
                tooLow++;
            } else {
                refused++;
            }
            answered(intended, now);
        }
    }

    void error() {
        errors++;
    }

    /** A frame with bids came to some socket; {@code intended} is the first bid's time. */
    void frame(long intended) {
        if (counts(intended)) {
            frames++;
        }
    }

    void delivered(long intended, long now) {
        if (counts(intended)) {
            deliveries.recordValue(micros(now - intended));
        }
    }

    void recorded(long acceptedAt, long now) {
        if (counts(acceptedAt)) {
            recordings.recordValue(micros(now - acceptedAt));
        }
    }

    long sent() {
        return sent;
    }

    long accepted() {
        return accepted;
    }

    long tooLow() {
        return tooLow;
    }

    long refused() {
        return refused;
    }

    long answered() {
        return accepted + tooLow + refused;
    }

    long errors() {
        return errors;
    }

    long frames() {
        return frames;
    }

    long unanswered() {
        return sent - answered();
    }

    /** Answers a second. */
    double rate() {
        return answered() / seconds();
    }

    /** Milliseconds until an answer, at this percentile. */
    double answer(double percentile) {
        return millis(answers, percentile);
    }

    /** Milliseconds until a watcher saw a bid. */
    double delivery(double percentile) {
        return millis(deliveries, percentile);
    }

    /** Milliseconds from an answer until the bid was recorded. */
    double recording(double percentile) {
        return millis(recordings, percentile);
    }

    /** How many times some watcher saw some bid. */
    long delivered() {
        return deliveries.getTotalCount();
    }

    /** Sights of bids a second, of all watchers and bidders. */
    double deliveries() {
        return delivered() / seconds();
    }

    /** A histogram's microseconds as milliseconds; not a number if it is empty. */
    static double millis(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percentile) / 1e3;
    }

    /** Seconds from the first counted bid's time to the last counted answer. */
    double seconds() {
        return Math.max(1, lastAnswer - measureFrom) / 1e9;
    }

    private boolean counts(long intended) {
        return intended - measureFrom >= 0;
    }

    private void answered(long intended, long now) {
        answers.recordValue(micros(now - intended));
        lastAnswer = now;
    }

    private static long micros(long nanos) {
        return Math.max(0, nanos / 1_000);
    }
}
