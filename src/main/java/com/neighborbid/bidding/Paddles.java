package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.member.Members;
import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Paddles: the right to bid in one auction up to a limit. Who may bid, and whether the money is there, is settled here,
 * when the paddle is issued, so that no bid need ask. The limit is a hold in the ledger.
 */
@ApplicationScoped
public class Paddles {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PaddleChanges changes;

    /**
     * Issues a paddle, or changes the limit of the member's own.
     *
     * @param limit in the auction's minor unit, 1 to 10^12
     * @return the paddle's number
     * @throws RejectedException a {@link PaddleRejection}, {@code INSUFFICIENT_FUNDS} or {@code NOT_FOUND}
     */
    public int issue(long auction, long member, long limit) {
        AuctionTerms terms = auctions.terms(auction).orElseThrow(() -> RejectedException.notFound("auction"));
        refuseUnlessEligible(terms, member);
        Snapshot now = hot.snapshot(auction, member).orElseThrow(() -> RejectedException.notFound("auction"));
        if (now.state() == AuctionState.CLOSED || now.now() >= now.endsAt()) {
            throw new RejectedException(PaddleRejection.CLOSED);
        }
        Optional<Long> standing = changes.begin(auction, member, limit);
        if (standing.filter(known -> limit < known).isPresent()) {
            changes.lower(terms, member, limit);
        } else {
            changes.tell(changes.raise(terms, member, limit));
        }
        return own(auction, member).paddle();
    }

    /** @throws RejectedException {@code NOT_FOUND} without a paddle */
    public OwnPaddle own(long auction, long member) {
        return hot.snapshot(auction, member).map(Snapshot::own).orElseThrow(() -> RejectedException.notFound("paddle"));
    }

    /** @throws RejectedException {@code LEADING} for the leader, {@code NOT_FOUND} without a paddle */
    public void giveBack(long auction, long member) {
        changes.begin(auction, member, null);
        changes.giveBack(auction, member);
    }

    private void refuseUnlessEligible(AuctionTerms terms, long member) {
        if (terms.seller() == member) {
            throw new RejectedException(PaddleRejection.OWN_AUCTION);
        }
        if (!terms.isOpenTo(members.profile(member).orElseThrow().neighbourhood())) {
            throw new RejectedException(PaddleRejection.OUT_OF_AREA);
        }
    }
}
