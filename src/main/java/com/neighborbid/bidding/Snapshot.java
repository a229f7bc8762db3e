package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An auction as it stands in Redis, with one member's own paddle.
 *
 * @param now Redis's clock, milliseconds since the epoch
 * @param price the start price while there is no bid
 * @param leader paddle, null for nobody
 * @param next the least that may be bid, as text since it may pass 2^53
 * @param reserveMet null without a reserve
 * @param own the asking member's paddle, null without one
 * @param recorded seq up to which bids are in PostgreSQL
 */
public record Snapshot(
        long now,
        long epoch,
        AuctionState state,
        long seq,
        long price,
        @Nullable Integer leader,
        String next,
        long endsAt,
        @Nullable Boolean reserveMet,
        @Nullable AuctionOutcome outcome,
        @Nullable OwnPaddle own,
        long recorded) {

    /**
     * A member's paddle as Redis has it.
     *
     * @param limit highest bid, in the minor unit
     * @param max the last maximum that was accepted, null before the first
     */
    public record OwnPaddle(
            int paddle, long limit, @Nullable Long max, boolean leading) {}

    static Snapshot of(List<String> answer) {
        return new Snapshot(
                Long.parseLong(answer.get(1)),
                Long.parseLong(answer.get(2)),
                AuctionState.valueOf(answer.get(3)),
                Long.parseLong(answer.get(4)),
                Long.parseLong(answer.get(5)),
                answer.get(6).isEmpty() ? null : Integer.valueOf(answer.get(6)),
                answer.get(7),
                Long.parseLong(answer.get(8)),
                flag(answer.get(9)),
                answer.get(10).isEmpty() ? null : AuctionOutcome.valueOf(answer.get(10)),
                answer.get(11).isEmpty() ? null : own(answer),
                Long.parseLong(answer.get(15)));
    }

    private static OwnPaddle own(List<String> answer) {
        String max = answer.get(13);
        return new OwnPaddle(
                Integer.parseInt(answer.get(11)),
                Long.parseLong(answer.get(12)),
                max.isEmpty() ? null : Long.valueOf(max),
                answer.get(14).equals("1"));
    }

    private static @Nullable Boolean flag(String text) {
        return text.isEmpty() ? null : Boolean.valueOf(text.equals("1"));
    }
}
