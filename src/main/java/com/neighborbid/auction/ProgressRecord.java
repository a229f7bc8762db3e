package com.neighborbid.auction;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The one statement that records bids' effect on auctions. Rows are locked by rising id, so that batches never cross. */
final class ProgressRecord {
    private static final String UPDATE = """
            WITH progress AS (
                SELECT * FROM unnest(CAST(?1 AS bigint[]), CAST(?2 AS text[]), CAST(?3 AS bigint[]), CAST(?4 AS bigint[]),
                                     CAST(?5 AS integer[]), CAST(?6 AS bigint[]), CAST(?7 AS boolean[]))
                    AS p (id, state, price, seq, leader, ends_at, reserve_met)
            ), locked AS (
                SELECT id FROM auction WHERE id = ANY (CAST(?1 AS bigint[])) ORDER BY id FOR NO KEY UPDATE
            )
            UPDATE auction a
            SET state = p.state, price = p.price, seq = p.seq, leader = p.leader, ends_at = p.ends_at,
                reserve_met = p.reserve_met
            FROM progress p JOIN locked USING (id)
            WHERE a.id = p.id AND a.state <> 'CLOSED' AND a.seq <= p.seq
            """;

    private ProgressRecord() {}

    static void write(EntityManager entities, Collection<AuctionProgress> progress) {
        entities.createNativeQuery(UPDATE)
                .setParameter(1, column(progress, AuctionProgress::id, Long[]::new))
                .setParameter(2, column(progress, p -> p.state().name(), String[]::new))
                .setParameter(3, column(progress, AuctionProgress::price, Long[]::new))
                .setParameter(4, column(progress, AuctionProgress::seq, Long[]::new))
                .setParameter(5, column(progress, AuctionProgress::leader, Integer[]::new))
                .setParameter(6, column(progress, AuctionProgress::endsAt, Long[]::new))
                .setParameter(7, column(progress, AuctionProgress::reserveMet, Boolean[]::new))
                .executeUpdate();
    }

    private static <T> T[] column(
            Collection<AuctionProgress> progress, Function<AuctionProgress, T> value, IntFunction<T[]> array) {
        return progress.stream().map(value).toArray(array);
    }
}
