package com.neighborbid.bidding;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What the house does to one auction out of its course. Each is a step in Redis, which tells the room and is recorded
 * like any decision. Time that a pause took is given back: an auction goes on with what it had left, and with no less
 * than {@code nb.resume.least.ms}, so that bidders can come back.
 */
@ApplicationScoped
public class Interventions {
    @Inject
    @SuppressWarnings("NullAway.Init")
    HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pauses pauses;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BiddingConfig config;

    /**
     * Stops an open auction. It stays paused when the whole house goes on.
     *
     * @throws RejectedException an {@link InterventionRejection}, {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public void pause(long auction, String reason) {
        boolean first = pauses.markSingle(auction);
        String answer = call(auction, functions.pause(auction, 0, reason));
        boolean pausedWithTheHouse = first && answer.equals("PAUSED");
        if (!pausedWithTheHouse) {
            if (first && !answer.equals("OK")) {
                pauses.forgetSingle(auction);
            }
            refuseUnlessOk(answer);
        }
    }

    /** Lets a paused auction go on; throws as {@link #pause}. */
    public void resume(long auction, String reason) {
        if (pauses.house().isPresent()) {
            throw new RejectedException(InterventionRejection.HOUSE_PAUSED);
        }
        String answer = call(auction, functions.resume(auction, config.resumeLeastMs(), reason));
        pauses.forgetSingle(auction);
        refuseUnlessOk(answer);
    }

    /**
     * Moves the end of an open or paused auction to later.
     *
     * @param endsAt milliseconds since the epoch
     * @throws RejectedException as {@link #pause}
     */
    public void extend(long auction, long endsAt, String reason) {
        refuseUnlessOk(call(auction, functions.extend(auction, endsAt, reason)));
    }

    /** Closes an auction without a sale, whatever was bid; every hold is released. Throws as {@link #pause}. */
    public void withdraw(long auction, String reason) {
        refuseUnlessOk(call(auction, functions.withdraw(auction, reason, false)));
    }

    private String call(long auction, Call call) {
        String answer = hot.call(auction, call).get(0);
        if (answer.equals(BidFunctions.MISSING)) {
            pauses.forgetSingle(auction);
            throw RejectedException.notFound("auction");
        }
        return answer;
    }

    private static void refuseUnlessOk(String answer) {
        if (!answer.equals("OK")) {
            throw new RejectedException(
                    switch (answer) {
                        case "PAUSED" -> InterventionRejection.ALREADY_PAUSED;
                        case "OPEN" -> InterventionRejection.NOT_PAUSED;
                        case "NOT_OPEN" -> InterventionRejection.NOT_OPEN;
                        case "CLOSED" -> InterventionRejection.CLOSED;
                        case "NOT_LATER" -> InterventionRejection.NOT_LATER;
                        default -> CommonRejection.UNAVAILABLE;
                    });
        }
    }
}
