package com.neighborbid.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the tables say of a settlement, beside what the beans say. */
@ApplicationScoped
@Transactional
class Ledgers {
    @PersistenceContext
    private EntityManager entities;

    /** How many settlements an auction has whose holds are all released. */
    long settlements(long auction) {
        return number("SELECT count(*) FROM settlement WHERE released_at IS NOT NULL AND auction_id = ?1", auction);
    }

    /** What the auction's sale still owes. */
    long escrow(long auction) {
        return number("SELECT COALESCE(sum(balance), 0) FROM account WHERE kind = 'ESCROW' AND owner = ?1", auction);
    }

    /** All fees of the house, in won. */
    long fees() {
        return number(
                "SELECT COALESCE(sum(balance), 0) FROM account WHERE kind = 'FEE' AND currency = 'KRW' AND owner >= ?1",
                Long.MIN_VALUE);
    }

    /** The auction's holds, counted by state. */
    Map<String, Long> holds(long auction) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT state, count(*) FROM hold WHERE auction_id = ?1 GROUP BY state")
                .setParameter(1, auction)
                .getResultList();
        Map<String, Long> counted = new TreeMap<>();
        rows.forEach(row -> counted.put((String) row[0], ((Number) row[1]).longValue()));
        return counted;
    }

    private long number(String query, long parameter) {
        return ((Number) entities.createNativeQuery(query)
                        .setParameter(1, parameter)
                        .getSingleResult())
                .longValue();
    }
}
