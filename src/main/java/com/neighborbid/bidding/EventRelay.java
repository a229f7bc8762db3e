package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Lease;
import com.neighborbid.platform.Messages;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.params.XTrimParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Carries events from the outbox streams to the recorder's queue, in batches that grow with the load. One node does it
 * at a time. It starts from what PostgreSQL has recorded, and again when that stands still while events are out, so
 * nothing that a broker lost stays lost; repeats are harmless. What is recorded is trimmed from the streams.
 */
@ApplicationScoped
class EventRelay implements WorkerTask {
    static final String QUEUE = "nb.bids";

    private static final Logger LOG = System.getLogger(EventRelay.class.getName());
    private static final long LEASE_MS = 5000;
    private static final long STANDBY_MS = 500;
    private static final int BLOCK_MS = 500;
    private static final long LOOK_BACK_MS = 2000;
    private static final long STUCK_MS = 20_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Messages messages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RelayPositions positions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RecorderPace pace;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @SuppressWarnings("NullAway.Init")
    private Lease lease;

    private final Map<Integer, StreamPosition> sent = new HashMap<>();
    private Map<Integer, StreamPosition> recorded = Map.of();
    private boolean leading;
    private long leaseUntil;
    private long leftAt;
    private long lookedBackAt;
    private long movedAt;

    @PostConstruct
    void open() {
        lease = new Lease(redis, "event-relay", platform.node(), LEASE_MS);
    }

    @Override
    public String name() {
        return "event-relay";
    }

    @Override
    public long turn() throws InterruptedException {
        if (!holdsLease()) {
            return STANDBY_MS;
        }
        lookBack();
        long early = leftAt + config.relayPauseMs() - time.now();
        if (early > 0) {
            return early;
        }
        pace.awaitTurn();
        List<RelayedBatch.Entry> entries = read();
        for (int from = 0; from < entries.size(); from += config.relayBatch()) {
            send(entries.subList(from, Math.min(entries.size(), from + config.relayBatch())));
        }
        return 0;
    }

    private void send(List<RelayedBatch.Entry> entries) {
        RelayedBatch batch = new RelayedBatch(entries);
        String id = "bids-" + Ids.text(Ids.next(time));
        messages.send(List.of(new Messages.Outgoing(QUEUE, id, batch.text(), QUEUE, batch.traces())));
        leftAt = time.now();
        entries.forEach(entry -> sent.put(entry.partition(), entry.position()));
        pace.left(entries.get(entries.size() - 1).event());
    }

    @Override
    public void stop() {
        if (leading) {
            lease.giveBack();
        }
    }

    private boolean holdsLease() {
        long now = time.now();
        if (leading && now < leaseUntil) {
            return true;
        }
        boolean held = lease.holds();
        if (held && !leading) {
            startOver("this node carries events from now on");
        }
        leading = held;
        leaseUntil = now + LEASE_MS / 2;
        return held;
    }

    /** Trims what was recorded since the last look; starts over where nothing moves though events are out. */
    private void lookBack() {
        long now = time.now();
        if (now < lookedBackAt + LOOK_BACK_MS) {
            return;
        }
        lookedBackAt = now;
        Map<Integer, StreamPosition> fresh = positions.all();
        fresh.forEach((partition, position) -> {
            if (!position.equals(recorded.get(partition))) {
                trim(partition, position);
                movedAt = now;
            }
        });
        recorded = fresh;
        boolean allRecorded = sent.entrySet().stream()
                .allMatch(e -> e.getValue().compareTo(fresh.getOrDefault(e.getKey(), StreamPosition.START)) <= 0);
        if (allRecorded) {
            movedAt = now;
        } else if (now > movedAt + STUCK_MS) {
            startOver("recording stood still for " + STUCK_MS + " ms");
        }
    }

    private void startOver(String why) {
        LOG.log(Level.INFO, "Events are read from what is recorded: {0}", why);
        recorded = positions.all();
        sent.clear();
        sent.putAll(recorded);
        movedAt = time.now();
    }

    private List<RelayedBatch.Entry> read() {
        Map<String, StreamEntryID> from = new LinkedHashMap<>();
        for (int partition = 0; partition < config.partitions(); partition++) {
            StreamPosition position = sent.getOrDefault(partition, StreamPosition.START);
            from.put(RoomKeys.outbox(partition), new StreamEntryID(position.millis(), position.counter()));
        }
        @Nullable
        List<Map.Entry<String, List<StreamEntry>>> streams = redis.call(client -> client.xread(
                XReadParams.xReadParams().count(config.relayBatch()).block(BLOCK_MS), from));
        if (streams == null) {
            return List.of();
        }
        List<RelayedBatch.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, List<StreamEntry>> stream : streams) {
            int partition = RoomKeys.partitionOf(stream.getKey());
            for (StreamEntry entry : stream.getValue()) {
                StreamEntryID id = entry.getID();
                entries.add(new RelayedBatch.Entry(
                        partition,
                        new StreamPosition(id.getTime(), id.getSequence()),
                        entry.getFields().getOrDefault("e", ""),
                        entry.getFields().get("t")));
            }
        }
        return entries;
    }

    private void trim(int partition, StreamPosition position) {
        redis.call(client -> client.xtrim(
                RoomKeys.outbox(partition),
                XTrimParams.xTrimParams().minId(position.millis() + "-" + (position.counter() + 1))));
    }
}
