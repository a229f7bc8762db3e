package com.neighborbid.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One auction under load and all that the load program knows of it. Prices go up in steps of the fixed increment, so a
 * step's number is the index of the bid's time. Loop thread only.
 */
final class LoadRoom {
    static final long START_PRICE = 1_000;
    static final long INCREMENT = 10;
    static final long LIMIT = 100_000_000;
    /** Enough for a room of thousands. */
    static final long SMALL_LIMIT = 1_000_000;

    private final String auction;
    private final FrameMemo memo = new FrameMemo();
    private final List<LoadBidder> bidders = new ArrayList<>();
    private Tally tally = new Tally(Long.MAX_VALUE);
    private int turn;
    private long next = START_PRICE;
    private long[] sentAt = new long[1024];
    private long[] acceptedAmounts = new long[1024];
    private long[] acceptedTimes = new long[1024];
    private long accepted;
    private long seqMax;
    private long doubled;
    private long recordedSeq;
    private long breaks;
    private long lost;

    LoadRoom(String auction) {
        this.auction = auction;
    }

    String auction() {
        return auction;
    }

    FrameMemo memo() {
        return memo;
    }

    Tally tally() {
        return tally;
    }

    void measure(Tally fresh) {
        tally = fresh;
    }

    void add(LoadBidder bidder) {
        bidders.add(bidder);
    }

    List<LoadBidder> bidders() {
        return bidders;
    }

    /** Lets the next bidder bid; {@code intended} is when it should have. */
    void bid(long intended) {
        turn = (turn + 1) % bidders.size();
        bidders.get(turn).bid(intended);
    }

    /** The amount to bid now: the least that will do once all that is on its way has been accepted. */
    long take(long intended) {
        long amount = next;
        next += INCREMENT;
        int step = step(amount);
        if (step >= sentAt.length) {
            sentAt = Arrays.copyOf(sentAt, 2 * step);
        }
        sentAt[step] = intended;
        return amount;
    }

    void seen(long seenNext) {
        next = Math.max(next, seenNext);
    }

    /** When the bid of this amount should have gone out; 0 if nobody here sent it. */
    long sentAt(long amount) {
        int step = step(amount);
        return step < sentAt.length ? sentAt[step] : 0;
    }

    void accepted(long seq, long amount, long now) {
        if (seq >= acceptedAmounts.length) {
            acceptedAmounts = Arrays.copyOf(acceptedAmounts, (int) (2 * seq));
            acceptedTimes = Arrays.copyOf(acceptedTimes, (int) (2 * seq));
        }
        int index = (int) seq;
        doubled += acceptedAmounts[index] == 0 ? 0 : 1;
        acceptedAmounts[index] = amount;
        acceptedTimes[index] = now;
        accepted++;
        seqMax = Math.max(seqMax, seq);
        if (seq <= recordedSeq) {
            tally.recorded(now, now);
        }
    }

    void recorded(long seq, long now) {
        for (long s = recordedSeq + 1; s <= Math.min(seq, seqMax); s++) {
            if (acceptedAmounts[(int) s] != 0) {
                tally.recorded(acceptedTimes[(int) s], now);
            }
        }
        recordedSeq = Math.max(recordedSeq, seq);
    }

    /** A watcher saw a frame that did not follow the one before. */
    void broke() {
        breaks++;
    }

    /** A socket was lost, which this program does not provoke. */
    void lost() {
        lost++;
    }

    long breaks() {
        return breaks;
    }

    long socketsLost() {
        return lost;
    }

    /** Answers that named a seq which another answer had named. */
    long doubled() {
        return doubled;
    }

    long acceptedCount() {
        return accepted;
    }

    long seqMax() {
        return seqMax;
    }

    /** The acknowledged amount with this seq, 0 if none was. */
    long acceptedAmount(long seq) {
        return seq < acceptedAmounts.length ? acceptedAmounts[(int) seq] : 0;
    }

    private static int step(long amount) {
        return Math.toIntExact((amount - START_PRICE) / INCREMENT);
    }
}
