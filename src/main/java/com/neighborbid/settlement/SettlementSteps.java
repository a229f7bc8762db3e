package com.neighborbid.settlement;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.bidding.RecordedAuctions;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Outbox;
import com.neighborbid.platform.Time;
import com.neighborbid.wallet.Wallets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The steps of a settlement, each a transaction. That the row of an auction is unique makes the first one happen once. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SettlementSteps {
    /** Closed and never settled, or settled and yet with money held. */
    private static final String UNSETTLED = """
            SELECT a.id FROM auction a LEFT JOIN settlement s ON s.auction_id = a.id
            WHERE a.state = 'CLOSED' AND a.closed_at BETWEEN ?1 AND ?2 AND s.released_at IS NULL
            LIMIT ?3""";

    private static final String UNSETTLED_OR_HELD = UNSETTLED.replace("LIMIT", """
            UNION
            SELECT h.auction_id FROM hold h JOIN auction a ON a.id = h.auction_id
            WHERE h.state = 'OPEN' AND a.state = 'CLOSED' AND a.closed_at <= ?2
            LIMIT""");

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RecordedAuctions recorded;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Wallets wallets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SettlementConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * Decides what becomes of the lot: a sold one has its price in escrow and an order afterwards, and all concerned are
     * told. Nothing happens when that was decided before; a concurrent second waits for the first to end.
     *
     * @throws IllegalStateException for an auction whose close is not recorded
     */
    void decide(long auction) {
        AuctionTerms terms = auctions.terms(auction)
                .orElseThrow(() -> new IllegalArgumentException("No auction " + Ids.text(auction)));
        AuctionOutcome outcome = terms.outcome();
        if (outcome == null) {
            throw new IllegalStateException("Not closed: auction " + Ids.text(auction));
        }
        if (!isNew(auction, outcome)) {
            return;
        }
        if (outcome == AuctionOutcome.SOLD) {
            sell(terms);
        } else {
            tell(new MemberNotice("UNSOLD", terms.seller(), auction, null, null, outcome.name()));
        }
    }

    /** Notes that no hold of the auction is left. */
    void finish(long auction) {
        entities.createNativeQuery(
                        "UPDATE settlement SET released_at = ?2 WHERE auction_id = ?1 AND released_at IS NULL")
                .setParameter(1, auction)
                .setParameter(2, time.now())
                .executeUpdate();
    }

    /**
     * Auctions closed between two times that should have been settled and are not.
     *
     * @param held with those, closed at any time before, for which money is yet held: a look at every open hold
     */
    List<Long> unsettled(long from, long to, boolean held, int most) {
        @SuppressWarnings("unchecked")
        List<Number> ids = entities.createNativeQuery(held ? UNSETTLED_OR_HELD : UNSETTLED)
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, most)
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    private void sell(AuctionTerms terms) {
        RecordedAuctions.Winner winner = recorded.winner(terms.id())
                .orElseThrow(() -> new IllegalStateException("Sold without a bid: auction " + Ids.text(terms.id())));
        Money price = new Money(winner.price(), terms.currency());
        Order order = new Order(Ids.next(time), terms, winner.member(), price, config, time.now());
        wallets.capture(winner.member(), order.sale());
        entities.persist(order);
        tell(new MemberNotice("WON", order.buyer(), terms.id(), order.id(), price.amount(), null));
        tell(new MemberNotice("SOLD", order.seller(), terms.id(), order.id(), price.amount(), null));
    }

    private boolean isNew(long auction, AuctionOutcome outcome) {
        return entities.createNativeQuery("INSERT INTO settlement (auction_id, outcome, settled_at) VALUES (?1, ?2, ?3)"
                                + " ON CONFLICT DO NOTHING")
                        .setParameter(1, auction)
                        .setParameter(2, outcome.name())
                        .setParameter(3, time.now())
                        .executeUpdate()
                == 1;
    }

    private void tell(MemberNotice notice) {
        outbox.add(MemberNotice.QUEUE, notice.json());
    }
}
