package com.neighborbid.auction;

import com.neighborbid.platform.PlainStatement;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The one statement that records bids' effect on auctions. Rows are locked by rising id, so that batches never cross. */
final class ProgressRecord {
    private static final String UPDATE = """
            WITH progress AS (
                SELECT * FROM unnest(CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS bigint[]), CAST(? AS bigint[]),
                                     CAST(? AS integer[]), CAST(? AS bigint[]), CAST(? AS boolean[]))
                    AS p (id, state, price, seq, leader, ends_at, reserve_met)
            ), locked AS (
                SELECT id FROM auction WHERE id = ANY (CAST(? AS bigint[])) ORDER BY id FOR NO KEY UPDATE
            )
            UPDATE auction a
            SET state = p.state, price = p.price, seq = p.seq, leader = p.leader, ends_at = p.ends_at,
                reserve_met = p.reserve_met
            FROM progress p JOIN locked USING (id)
            WHERE a.id = p.id AND a.state <> 'CLOSED' AND a.seq <= p.seq
            """;

    private ProgressRecord() {}

    static PlainStatement of(Collection<AuctionProgress> progress) {
        Long[] ids = column(progress, AuctionProgress::id, Long[]::new);
        return PlainStatement.of(
                UPDATE,
                List.of(
                        ids,
                        column(progress, p -> p.state().name(), String[]::new),
                        column(progress, AuctionProgress::price, Long[]::new),
                        column(progress, AuctionProgress::seq, Long[]::new),
                        column(progress, AuctionProgress::leader, Integer[]::new),
                        column(progress, AuctionProgress::endsAt, Long[]::new),
                        column(progress, AuctionProgress::reserveMet, Boolean[]::new),
                        ids));
    }

    private static <T> T[] column(
            Collection<AuctionProgress> progress, Function<AuctionProgress, T> value, IntFunction<T[]> array) {
        return progress.stream().map(value).toArray(array);
    }
}
