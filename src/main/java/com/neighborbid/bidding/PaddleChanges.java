package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.wallet.Wallets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a paddle's change, each a transaction. A limit goes up in PostgreSQL first and down in Redis first, so
 * that wherever it breaks off the hold covers at least what Redis lets the member bid; {@link PaddleSync} mends it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PaddleChanges {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private PaddleRows rows;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Wallets wallets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    /** The limit that stands; empty without one. Where it will go down, notes that Redis will hear of it first. */
    Optional<Long> begin(long auction, long member, @Nullable Long limit) {
        Optional<PaddleRows.Row> row = rows.lock(auction, member).filter(known -> known.limit() != null);
        row.filter(known -> limit == null || limit < limitOf(known)).ifPresent(rows::unsynced);
        return row.map(PaddleChanges::limitOf);
    }

    /** Holds the difference and writes the new, higher limit; Redis has yet to hear of it. */
    PaddleRows.Row raise(AuctionTerms terms, long member, long limit) {
        if (auctions.stateHeld(terms.id()) == AuctionState.CLOSED) {
            throw new RejectedException(PaddleRejection.CLOSED);
        }
        PaddleRows.Row row = rows.lockOrMake(terms.id(), member);
        if (row.limit() != null && row.limit() > limit) {
            throw new RejectedException(PaddleRejection.CHANGED_MEANWHILE);
        }
        wallets.hold(member, terms.id(), new Money(limit, terms.currency()));
        return rows.change(row, limit);
    }

    /**
     * Tells Redis a limit that PostgreSQL has. A later change that left the limit as it is (the {@link PaddleSync}'s, or
     * the same call's, sent again) has told it already.
     *
     * @throws RejectedException {@code CLOSED}; {@code CHANGED_MEANWHILE} when another limit stands; {@code UNAVAILABLE}
     */
    void tell(PaddleRows.Row row) {
        Long limit = row.limit();
        List<String> answer = limit == null
                ? hot.call(row.auction(), functions.returnPaddle(row.auction(), row.member(), row.version()))
                : hot.call(
                        row.auction(),
                        functions.paddle(row.auction(), row.member(), row.number(), limit, row.version()));
        switch (answer.get(0)) {
            case "OK", "NO_PADDLE" -> rows.synced(row);
            case "CLOSED" -> {
                rows.synced(row);
                throw new RejectedException(PaddleRejection.CLOSED);
            }
            case "STALE" -> {
                Optional<PaddleRows.Row> later = rows.lock(row.auction(), row.member());
                if (later.filter(now -> Objects.equals(now.limit(), limit)).isEmpty()) {
                    throw new RejectedException(PaddleRejection.CHANGED_MEANWHILE);
                }
            }
            default -> throw new RejectedException(CommonRejection.UNAVAILABLE);
        }
    }

    /** Lowers the limit in Redis, then in PostgreSQL, and gives back the difference. */
    void lower(AuctionTerms terms, long member, long limit) {
        PaddleRows.Row row = rows.lock(terms.id(), member).orElseThrow(() -> RejectedException.notFound("paddle"));
        PaddleRows.Row lowered = rows.change(row, limit);
        String answer = hot.call(
                        terms.id(), functions.paddle(terms.id(), member, row.number(), limit, lowered.version()))
                .get(0);
        refuseUnless("OK", answer);
        // Asked after Redis: a hold that is set once the auction is settled would stay for ever.
        if (auctions.stateHeld(terms.id()) == AuctionState.CLOSED) {
            throw new RejectedException(PaddleRejection.CLOSED);
        }
        wallets.hold(member, terms.id(), new Money(limit, terms.currency()));
        rows.synced(lowered);
    }

    /** Takes the paddle back in Redis, then in PostgreSQL, and releases the hold. */
    void giveBack(long auction, long member) {
        PaddleRows.Row row = rows.lock(auction, member)
                .filter(known -> known.limit() != null)
                .orElseThrow(() -> RejectedException.notFound("paddle"));
        PaddleRows.Row returned = rows.change(row, null);
        String answer = hot.call(auction, functions.returnPaddle(auction, member, returned.version()))
                .get(0);
        if (!answer.equals("NO_PADDLE")) {
            refuseUnless("OK", answer);
        }
        wallets.release(member, auction);
        rows.synced(returned);
    }

    /** Paddles of which Redis may not know the limit, since before a time. */
    List<PaddleRows.Row> unsynced(long before, int most) {
        return rows.unsynced(before, most);
    }

    /** Tells Redis once more what PostgreSQL has, under a version above all that were tried. */
    void mend(PaddleRows.Row row) {
        rows.lock(row.auction(), row.member())
                .filter(known -> known.version() == row.version())
                .ifPresent(known -> tell(rows.change(known, known.limit())));
    }

    /** Notes that there is nothing to mend: the auction is over. */
    void leave(PaddleRows.Row row) {
        rows.lock(row.auction(), row.member()).ifPresent(rows::synced);
    }

    private static long limitOf(PaddleRows.Row row) {
        Long limit = row.limit();
        return limit == null ? 0 : limit;
    }

    private static void refuseUnless(String wanted, String answer) {
        if (!answer.equals(wanted)) {
            throw new RejectedException(
                    switch (answer) {
                        case "LIMIT_BELOW_BID" -> PaddleRejection.LIMIT_BELOW_BID;
                        case "LEADING" -> PaddleRejection.LEADING;
                        case "CLOSED" -> PaddleRejection.CLOSED;
                        case "STALE" -> PaddleRejection.CHANGED_MEANWHILE;
                        default -> CommonRejection.UNAVAILABLE;
                    });
        }
    }
}
