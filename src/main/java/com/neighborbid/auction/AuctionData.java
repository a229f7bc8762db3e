package com.neighborbid.auction;

import com.neighborbid.member.PersonalData;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** A member's lots: what was not sold loses its pictures and its description, and no lot says any more where it was. */
@ApplicationScoped
class AuctionData implements PersonalData {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    private static final String UNSOLD = "SELECT id FROM auction WHERE seller_id = ?1 AND outcome <> 'SOLD'";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "auctions",
                        "SELECT id AS auction_id, title, description, category_id AS category, currency, start_price,"
                                + " reserve_price, state, outcome, price, lat, lng, place, radius_km, created_at, closed_at"
                                + " FROM auction WHERE seller_id = ?1 ORDER BY id"),
                new Section(
                        "photos",
                        "SELECT p.auction_id, '/api/photos/' || p.file AS url, p.created_at FROM photo p JOIN auction a"
                                + " ON a.id = p.auction_id WHERE a.seller_id = ?1 ORDER BY p.id"),
                new Section("watchlist", "SELECT auction_id, created_at FROM watch WHERE member_id = ?1"));
    }

    @Override
    public void checkFree(long member) {
        boolean running = !entities.createNativeQuery(
                        "SELECT 1 FROM auction WHERE seller_id = ?1 AND state <> 'CLOSED' LIMIT 1")
                .setParameter(1, member)
                .getResultList()
                .isEmpty();
        if (running) {
            throw new RejectedException(AuctionRejection.AUCTION_RUNNING);
        }
    }

    @Override
    public void erase(long member) {
        entities.createNativeQuery("WITH gone AS (DELETE FROM photo WHERE auction_id IN (" + UNSOLD
                        + ") RETURNING file, thumbnail) INSERT INTO photo_leftover (file, at)"
                        + " SELECT file, CAST(?2 AS bigint) FROM gone UNION SELECT thumbnail, ?2 FROM gone"
                        + " WHERE thumbnail IS NOT NULL ON CONFLICT DO NOTHING")
                .setParameter(1, member)
                .setParameter(2, time.now())
                .executeUpdate();
        change("DELETE FROM auction_text WHERE auction_id IN (" + UNSOLD + ")", member);
        change("DELETE FROM auction_search WHERE auction_id IN (" + UNSOLD + ")", member);
        change("UPDATE auction SET description = '' WHERE id IN (" + UNSOLD + ")", member);
        change(
                "UPDATE auction SET lat = NULL, lng = NULL, place = NULL, radius_km = NULL WHERE seller_id = ?1",
                member);
        change("DELETE FROM watch WHERE member_id = ?1", member);
    }

    private void change(String sql, long member) {
        entities.createNativeQuery(sql).setParameter(1, member).executeUpdate();
    }
}
