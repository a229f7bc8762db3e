package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.bidding.DecidingAuction.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A bicycle's auction with three neighbours who hold paddles: Ana (1), Ben (2) and Eve (3), each with a limit of 100,000
 * won. Bids from 10,000 won rise by 1,000, below by 100.
 */
@ParameterizedClass
@EnumSource(Decider.class)
abstract class DecisionTest {
    static final long LIMIT = 100_000;

    @Parameter
    Decider decider;

    DecidingAuction auction;
    private int refs;

    @BeforeEach
    void holdTheBicycle() {
        hold(AuctionSetup.bicycle());
    }

    final void hold(AuctionSetup setup) {
        auction = decider.hold(setup);
        auction.paddle("ana", 1, LIMIT);
        auction.paddle("ben", 2, LIMIT);
        auction.paddle("eve", 3, LIMIT);
    }

    final Answer bid(String member, long amount) {
        return auction.bid(member, false, amount, "ref" + refs++);
    }

    final Answer proxy(String member, long max) {
        return auction.bid(member, true, max, "ref" + refs++);
    }

    /** The shown bids so far, as "amount name", "... proxy" for those of a proxy. */
    final void assertShown(String... bids) {
        List<String> names = List.of("", "ana", "ben", "eve");
        List<String> shown = auction.log().stream()
                .map(bid -> bid.amount() + " " + names.get(bid.paddle()) + (bid.proxy() ? " proxy" : ""))
                .toList();
        assertEquals(List.of(bids), shown);
    }

    static void assertAccepted(Answer answer, long seq, boolean leading) {
        assertEquals(new Outcome("ACCEPTED", seq, leading), new Outcome(answer.code(), answer.seq(), answer.leading()));
    }

    static void assertRefused(Answer answer, BidRejection code, long next) {
        assertEquals(Answer.refused(code.name(), next), answer);
    }

    private record Outcome(String code, long seq, boolean leading) {}
}
