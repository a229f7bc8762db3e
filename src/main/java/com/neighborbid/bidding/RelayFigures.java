package com.neighborbid.bidding;

import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import redis.clients.jedis.resps.StreamEntry;

/** How far the record is behind the decisions. */
@ApplicationScoped
public class RelayFigures {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RelayPositions positions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BiddingConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * What is decided and not recorded.
     *
     * @param lagMs age of the oldest such event, 0 when all is recorded
     * @param partitions that have such events
     * @param events in the streams of these: what was recorded in the last seconds may still be among them
     */
    public record Behind(long lagMs, int partitions, long events) {}

    /** Reads it from PostgreSQL and Redis; throws as {@link Redis#call}. */
    public Behind read() {
        Map<Integer, StreamPosition> recorded = positions.all();
        List<Integer> all = IntStream.range(0, config.partitions()).boxed().toList();
        List<List<StreamEntry>> oldest = redis.each(all, RoomKeys::outbox, (pipeline, partition) -> {
            StreamPosition position = recorded.getOrDefault(partition, StreamPosition.START);
            return pipeline.xrange(RoomKeys.outbox(partition), position.after(), "+", 1);
        });
        List<Integer> behind = all.stream()
                .filter(partition -> !oldest.get(partition).isEmpty())
                .toList();
        long now = time.now();
        long lag = behind.stream()
                .mapToLong(
                        partition -> now - oldest.get(partition).get(0).getID().getTime())
                .max()
                .orElse(0);
        long events = redis
                .each(behind, RoomKeys::outbox, (pipeline, partition) -> pipeline.xlen(RoomKeys.outbox(partition)))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Behind(Math.max(lag, 0), behind.size(), events);
    }
}
