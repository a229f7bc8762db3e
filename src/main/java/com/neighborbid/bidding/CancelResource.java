package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A seller takes its auction back, as long as nobody has bid. */
@Path("auctions/{auction}/cancel")
@RolesAllowed({"member", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class CancelResource {
    private static final int LONGEST_REASON = 500;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    public record CancelledView(String id, AuctionState state, AuctionOutcome outcome) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CancelledView cancel(@PathParam("auction") String auction, Input input) {
        String reason = input.text("reason", 1, LONGEST_REASON);
        input.check();
        AuctionTerms terms = auctions.terms(PaddleResource.auctionId(auction))
                .orElseThrow(() -> RejectedException.notFound("auction"));
        if (terms.seller() != caller.id()) {
            throw new RejectedException(CommonRejection.FORBIDDEN, "Only the seller may take an auction back.");
        }
        String answer = hot.call(terms.id(), functions.withdraw(terms.id(), reason, true))
                .get(0);
        return switch (answer) {
            case "OK" -> new CancelledView(auction, AuctionState.CLOSED, AuctionOutcome.WITHDRAWN);
            case "HAS_BIDS" -> throw new RejectedException(PaddleRejection.HAS_BIDS);
            case "CLOSED" -> throw new RejectedException(PaddleRejection.CLOSED);
            default -> throw new RejectedException(CommonRejection.UNAVAILABLE);
        };
    }
}
