package com.neighborbid.auction;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.Select;
import com.neighborbid.platform.Statements;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The auctions of the house: what is set and recorded of them. Each call is a transaction, or joins the caller's.
 * Whether a bid stands is not decided here but in bidding; what it decided is written down here.
 */
@ApplicationScoped
@Transactional
public class Auctions {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Event<AuctionCreated> created;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Statements statements;

    /** Puts up a lot; {@link AuctionCreated} tells it. Answers the new id. */
    long offer(OfferAuction offer) {
        long id = Ids.next(time);
        entities.persist(Auction.offer(id, offer, time.now()));
        entities.flush();
        SearchText text = SearchText.of(offer.title() + "\n" + offer.description());
        entities.createNativeQuery(
                        "WITH kept AS (INSERT INTO auction_text (auction_id, text, pairs) VALUES (?1, ?2, ?3)"
                                + " RETURNING *) INSERT INTO auction_search (auction_id, text, pairs) SELECT * FROM kept")
                .setParameter(1, id)
                .setParameter(2, text.text())
                .setParameter(3, text.pairs().toArray(String[]::new))
                .executeUpdate();
        created.fire(new AuctionCreated(id));
        return id;
    }

    /** Whether there is an auction of this id, or was. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean isKnown(long id) {
        return reads.row(Select.of("SELECT 1 FROM auction WHERE id = ?", id), row -> true)
                .isPresent();
    }

    /** What is set and recorded, or empty for an unknown id. */
    public Optional<AuctionTerms> terms(long id) {
        return Optional.ofNullable(entities.find(Auction.class, id)).map(Auction::terms);
    }

    /** As {@link #terms} for many; an unknown id is left out. */
    public Map<Long, AuctionTerms> terms(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("SELECT a FROM Auction a WHERE a.id IN :ids", Auction.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(Auction::terms)
                .collect(Collectors.toMap(AuctionTerms::id, terms -> terms));
    }

    /** As {@link #terms}, and nobody else changes it until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<AuctionTerms> lock(long id) {
        return Optional.ofNullable(locked(id)).map(Auction::terms);
    }

    /**
     * The recorded state, which stays until the caller's transaction ends: what is done in it about an open auction is
     * there when the auction closes.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public AuctionState stateHeld(long id) {
        Object state = entities.createNativeQuery("SELECT state FROM auction WHERE id = ?1 FOR SHARE")
                .setParameter(1, id)
                .getSingleResult();
        return AuctionState.valueOf(state.toString());
    }

    /**
     * Begins a new epoch, for a live state that is rebuilt from the record.
     *
     * @return the new epoch
     */
    public long raiseEpoch(long id) {
        return change(id, Auction::raiseEpoch);
    }

    /**
     * Takes over the epoch of a live state.
     *
     * @return false when a later epoch has begun here: the live state is an old one and must yield
     */
    public boolean adoptEpoch(long id, long epoch) {
        return change(id, auction -> auction.adoptEpoch(epoch));
    }

    /**
     * Writes down how far auctions have come, in one statement. A progress that is behind the record, or of a closed
     * auction, changes nothing, so that it may be repeated.
     *
     * @param progress at most one for each auction
     */
    public void recordProgress(Collection<AuctionProgress> progress) {
        if (!progress.isEmpty()) {
            statements.run(List.of(ProgressRecord.of(progress)));
        }
    }

    /**
     * The hammer falls.
     *
     * @param at milliseconds since the epoch
     * @return false, and nothing changes, when it is closed already
     */
    public boolean close(long id, AuctionOutcome outcome, long at) {
        return change(id, auction -> auction.close(outcome, at));
    }

    /**
     * Auctions whose next turn, the opening of a scheduled one or the end of an open one, should have come.
     *
     * @param before milliseconds since the epoch
     * @return at most {@code limit} ids, the longest due first
     */
    public List<Long> due(long before, int limit) {
        @SuppressWarnings("unchecked")
        List<Number> ids = entities.createNativeQuery("SELECT id FROM auction WHERE state <> 'CLOSED'"
                        + " AND state <> 'PAUSED' AND CASE WHEN state = 'SCHEDULED' THEN opens_at ELSE ends_at END < ?1"
                        + " ORDER BY CASE WHEN state = 'SCHEDULED' THEN opens_at ELSE ends_at END LIMIT ?2")
                .setParameter(1, before)
                .setParameter(2, limit)
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    private <T> T change(long id, Function<Auction, T> change) {
        Auction auction = locked(id);
        if (auction == null) {
            throw new IllegalArgumentException("No auction " + Ids.text(id));
        }
        return change.apply(auction);
    }

    /** Read again under the lock: progress is recorded past the entity. */
    private @Nullable Auction locked(long id) {
        Auction auction = entities.find(Auction.class, id);
        if (auction != null) {
            entities.refresh(auction, LockModeType.PESSIMISTIC_WRITE);
        }
        return auction;
    }
}
