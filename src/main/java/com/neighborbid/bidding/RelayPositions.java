package com.neighborbid.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Up to where the outbox streams are recorded. */
@ApplicationScoped
class RelayPositions {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /** The watermark of every partition that has one. */
    @Transactional
    Map<Integer, StreamPosition> all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("SELECT partition, millis, counter FROM relay_position")
                .getResultList();
        return of(rows);
    }

    /** @param rows of partition, millis and counter */
    static Map<Integer, StreamPosition> of(List<Object[]> rows) {
        Map<Integer, StreamPosition> positions = new HashMap<>();
        for (Object[] row : rows) {
            positions.put(
                    ((Number) row[0]).intValue(),
                    new StreamPosition(((Number) row[1]).longValue(), ((Number) row[2]).longValue()));
        }
        return positions;
    }
}
