package com.neighborbid.bidding;

import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
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
        List<Response<List<StreamEntry>>> oldest = new ArrayList<>();
        List<Response<Long>> lengths = new ArrayList<>();
        redis.call(client -> {
            try (AbstractPipeline pipeline = client.pipelined()) {
                for (int partition = 0; partition < config.partitions(); partition++) {
                    StreamPosition position = recorded.getOrDefault(partition, StreamPosition.START);
                    String after = "(" + position.millis() + "-" + position.counter();
                    oldest.add(pipeline.xrange(RoomKeys.outbox(partition), after, "+", 1));
                    lengths.add(pipeline.xlen(RoomKeys.outbox(partition)));
                }
                pipeline.sync();
            }
            return "read";
        });
        return behind(oldest, lengths);
    }

    private Behind behind(List<Response<List<StreamEntry>>> oldest, List<Response<Long>> lengths) {
        long now = time.now();
        long lag = 0;
        int partitions = 0;
        long events = 0;
        for (int i = 0; i < oldest.size(); i++) {
            List<StreamEntry> first = oldest.get(i).get();
            if (!first.isEmpty()) {
                lag = Math.max(lag, now - first.get(0).getID().getTime());
                partitions++;
                events += lengths.get(i).get();
            }
        }
        return new Behind(lag, partitions, events);
    }
}
