package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Lots that are open now, for tests inside the container. */
@ApplicationScoped
@Transactional
public class Lots {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Auctions auctions;

    @Inject
    private Time time;

    /** A bicycle from 10,000 won, without reserve, that closes after so many milliseconds. */
    public long bicycle(long seller, long openMillis) {
        String category = (String) entities.createNativeQuery("SELECT id FROM category ORDER BY id LIMIT 1")
                .getSingleResult();
        long now = time.now();
        return auctions.offer(new OfferAuction(
                seller,
                "Bicycle",
                "Hardly ridden",
                category,
                "used",
                Currency.KRW,
                10_000,
                null,
                IncrementTable.KRW,
                "KRW",
                now,
                now + openMillis,
                0,
                0,
                null,
                null,
                null));
    }
}
