package com.neighborbid.auction;

import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Which members have their eye on which auctions. */
@ApplicationScoped
@Transactional
class Watchlist {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * Puts an auction on a member's list, where it may be already.
     *
     * @throws RejectedException {@code NOT_FOUND} for an unknown auction
     */
    void add(long member, long auction) {
        check(auction);
        entities.createNativeQuery("INSERT INTO watch (member_id, auction_id, created_at) VALUES (?1, ?2, ?3)"
                        + " ON CONFLICT DO NOTHING")
                .setParameter(1, member)
                .setParameter(2, auction)
                .setParameter(3, time.now())
                .executeUpdate();
    }

    /**
     * Takes an auction off a member's list, where it may not be.
     *
     * @throws RejectedException {@code NOT_FOUND} for an unknown auction
     */
    void remove(long member, long auction) {
        check(auction);
        entities.createNativeQuery("DELETE FROM watch WHERE member_id = ?1 AND auction_id = ?2")
                .setParameter(1, member)
                .setParameter(2, auction)
                .executeUpdate();
    }

    private void check(long auction) {
        if (entities.find(Auction.class, auction) == null) {
            throw RejectedException.notFound("auction");
        }
    }
}
