package com.neighborbid.bidding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One auction that decides: the function library on a real Redis, or the reference written from the contract. */
interface DecidingAuction {
    /** Answer of a bid; {@code seq} is 0 for a refusal, {@code event} null for a refusal and a replay. */
    record Answer(
            String code,
            long seq,
            boolean leading,
            long next,
            boolean replayed,
            AuctionEvent.@Nullable BidDecided event) {
        static Answer refused(String code, long next) {
            return new Answer(code, 0, false, next, false, null);
        }
    }

    /** The auction as a member sees it; null where there is nothing to see. */
    record View(
            String state,
            long seq,
            long price,
            @Nullable Integer leader,
            long next,
            long endsAt,
            @Nullable Boolean reserveMet,
            String outcome,
            @Nullable Own own,
            long n,
            String leaderMember) {}

    /** A member's own paddle. */
    record Own(int paddle, long limit, @Nullable Long max, boolean leading) {}

    /** Moves the auction's clock to an instant; never back. */
    void clock(long millis);

    Answer bid(String member, boolean maximum, long value, String ref);

    String paddle(String member, int paddle, long limit);

    String returnPaddle(String member);

    String advance();

    String withdraw(String reason, boolean onlyWithoutBids);

    View view(String member);

    List<ShownBid> log();

    /** Every numbered event so far, as text. */
    List<String> events();
}
