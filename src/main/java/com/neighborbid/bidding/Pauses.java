package com.neighborbid.bidding;

import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * What is to be paused: the whole house, and single auctions. It is only written down here; {@link OutageClock} sees to
 * it that auctions follow the house, also when the node that was told so died.
 */
@ApplicationScoped
@Transactional
public class Pauses {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * A pause of the whole house.
     *
     * @param at when it was ordered, milliseconds since the epoch
     * @param since from when on time was lost
     */
    public record HousePause(long at, long since, String reason) {}

    /** The pause of the house, or empty. */
    public Optional<HousePause> house() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("SELECT at, since, reason FROM house_pause")
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new HousePause(
                        ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), row[2].toString()));
    }

    /**
     * Orders a pause of every auction that is open or opens meanwhile.
     *
     * @param since from when on time was lost, milliseconds since the epoch, not in the future
     * @throws RejectedException {@code ALREADY_PAUSED}
     */
    public HousePause pauseHouse(long since, String reason) {
        long now = time.now();
        int added = entities.createNativeQuery(
                        "INSERT INTO house_pause (at, since, reason) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .setParameter(1, now)
                .setParameter(2, Math.min(since, now))
                .setParameter(3, reason)
                .executeUpdate();
        if (added == 0) {
            throw new RejectedException(InterventionRejection.ALREADY_PAUSED);
        }
        return new HousePause(now, Math.min(since, now), reason);
    }

    /** @throws RejectedException {@code NOT_PAUSED} */
    public void resumeHouse() {
        if (entities.createNativeQuery("DELETE FROM house_pause").executeUpdate() == 0) {
            throw new RejectedException(InterventionRejection.NOT_PAUSED);
        }
    }

    /** Notes that an auction is paused by itself, before it is; true when it was not noted yet. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean markSingle(long auction) {
        return entities.createNativeQuery("INSERT INTO single_pause (auction_id, at) SELECT id, ?2 FROM auction"
                                + " WHERE id = ?1 ON CONFLICT DO NOTHING")
                        .setParameter(1, auction)
                        .setParameter(2, time.now())
                        .executeUpdate()
                == 1;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgetSingle(long auction) {
        entities.createNativeQuery("DELETE FROM single_pause WHERE auction_id = ?1")
                .setParameter(1, auction)
                .executeUpdate();
    }

    /** Auctions that are recorded as open, or should have opened: a pause of the house is to stop them. */
    List<Long> goingOn(int most) {
        return ids(
                "SELECT id FROM auction WHERE state = 'OPEN' OR state = 'SCHEDULED' AND opens_at <= ?1"
                        + " ORDER BY ends_at LIMIT ?2",
                most);
    }

    /** Auctions that are recorded as paused and not by themselves: without a pause of the house they are to go on. */
    List<Long> heldByHouse(int most) {
        return ids(
                "SELECT a.id FROM auction a WHERE a.state = 'PAUSED' AND a.created_at <= ?1 AND NOT EXISTS"
                        + " (SELECT 1 FROM single_pause s WHERE s.auction_id = a.id) ORDER BY a.ends_at LIMIT ?2",
                most);
    }

    private List<Long> ids(String sql, int most) {
        @SuppressWarnings("unchecked")
        List<Number> found = entities.createNativeQuery(sql)
                .setParameter(1, time.now())
                .setParameter(2, most)
                .getResultList();
        return found.stream().map(Number::longValue).toList();
    }
}
