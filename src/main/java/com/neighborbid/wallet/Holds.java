package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/** The rows of open holds. They are changed only by who has locked the accounts of their member. */
@ApplicationScoped
class Holds {
    private static final String OPEN =
            "SELECT member_id, auction_id, amount, currency FROM hold WHERE auction_id = ?1 AND state = 'OPEN'";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    Optional<Hold> open(long member, long auction) {
        return list(entities.createNativeQuery(OPEN + " AND member_id = ?2").setParameter(2, member), auction).stream()
                .findFirst();
    }

    /** Open holds of an auction by the members' ids, from above one of them. */
    List<Hold> open(long auction, long aboveMember, int most) {
        Query query = entities.createNativeQuery(OPEN + " AND member_id > ?2 ORDER BY member_id LIMIT ?3")
                .setParameter(2, aboveMember)
                .setParameter(3, most);
        return list(query, auction);
    }

    /** Those of the members' holds in an auction that are open. */
    List<Hold> open(long auction, List<Long> members) {
        Query query = entities.createNativeQuery(OPEN + " AND member_id = ANY(?2)")
                .setParameter(2, members.toArray(Long[]::new));
        return list(query, auction);
    }

    void set(Hold hold) {
        entities.createNativeQuery("""
                        INSERT INTO hold (id, member_id, auction_id, currency, amount, state, opened_at)
                        VALUES (?1, ?2, ?3, ?4, ?5, 'OPEN', ?6)
                        ON CONFLICT (auction_id, member_id) WHERE state = 'OPEN'
                        DO UPDATE SET amount = excluded.amount""")
                .setParameter(1, Ids.next(time))
                .setParameter(2, hold.member())
                .setParameter(3, hold.auction())
                .setParameter(4, hold.amount().currency().name())
                .setParameter(5, hold.amount().amount())
                .setParameter(6, time.now())
                .executeUpdate();
    }

    void release(long auction, List<Long> members) {
        close(auction, members, "RELEASED");
    }

    void capture(long auction, long member) {
        close(auction, List.of(member), "CAPTURED");
    }

    private void close(long auction, List<Long> members, String state) {
        entities.createNativeQuery("""
                        UPDATE hold SET state = ?1, closed_at = ?2
                        WHERE auction_id = ?3 AND member_id = ANY(?4) AND state = 'OPEN'""")
                .setParameter(1, state)
                .setParameter(2, time.now())
                .setParameter(3, auction)
                .setParameter(4, members.toArray(Long[]::new))
                .executeUpdate();
    }

    private static List<Hold> list(Query query, long auction) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.setParameter(1, auction).getResultList();
        return rows.stream()
                .map(row -> new Hold(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        new Money(((Number) row[2]).longValue(), Currency.valueOf((String) row[3]))))
                .toList();
    }
}
