package com.neighborbid.bidding;

import com.neighborbid.auction.IncrementTable;
import org.jspecify.annotations.Nullable;

/**
 * What a test's auction starts from. Its clock stands at {@link #START_OF_TEST}, far ahead of the real one, until the
 * test moves it: an auction's clock never runs back, so Redis decides at exactly that instant.
 */
record AuctionSetup(
        long start,
        @Nullable Long reserve,
        IncrementTable increments,
        long opensAt,
        long endsAt,
        int softCloseSeconds,
        @Nullable Integer softCloseCapSeconds) {
    static final long START_OF_TEST = 4_102_444_800_000L;

    /** A bicycle from 1,000 won, open for an hour from now, with a soft close of 30 seconds and a cap of 60. */
    static AuctionSetup bicycle() {
        return new AuctionSetup(1000, null, IncrementTable.KRW, START_OF_TEST, START_OF_TEST + 3_600_000, 30, 60);
    }

    AuctionSetup reserve(long reserve) {
        return new AuctionSetup(start, reserve, increments, opensAt, endsAt, softCloseSeconds, softCloseCapSeconds);
    }

    AuctionSetup start(long start) {
        return new AuctionSetup(start, reserve, increments, opensAt, endsAt, softCloseSeconds, softCloseCapSeconds);
    }

    AuctionSetup increments(IncrementTable increments) {
        return new AuctionSetup(start, reserve, increments, opensAt, endsAt, softCloseSeconds, softCloseCapSeconds);
    }

    AuctionSetup times(long opensAt, long endsAt) {
        return new AuctionSetup(start, reserve, increments, opensAt, endsAt, softCloseSeconds, softCloseCapSeconds);
    }

    AuctionSetup softClose(int seconds, @Nullable Integer capSeconds) {
        return new AuctionSetup(start, reserve, increments, opensAt, endsAt, seconds, capSeconds);
    }
}
