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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XTrimParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Carries events from the outbox streams to the recorder's queue, in batches that grow with the load. One node does it
 * at a time. It starts from what PostgreSQL has recorded, and where that stands still while events are out it sends them
 * again, so nothing that a broker lost stays lost; repeats are harmless. What is recorded is trimmed from the streams.
 */
@ApplicationScoped
class EventRelay implements WorkerTask {
    static final String QUEUE = "nb.bids";

    private static final Logger LOG = System.getLogger(EventRelay.class.getName());
    private static final long LEASE_MS = 5000;
    private static final long STANDBY_MS = 500;
    private static final long READ_ALL_MS = 500;
    private static final long LOOK_BACK_MS = 500;

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
    private OutboxNews news;

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

    private final RelayProgress progress = new RelayProgress();
    private boolean leading;
    private long leaseUntil;
    private long leftAt;
    private long lookedBackAt;
    private long readAllAt;

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
        long early = leftAt + config.relayPauseMs() - time.steady();
        if (early > 0) {
            return early;
        }
        pace.awaitTurn();
        List<RelayedBatch.Entry> entries = read(toRead());
        for (int from = 0; from < entries.size(); from += config.relayBatch()) {
            send(entries.subList(from, Math.min(entries.size(), from + config.relayBatch())));
        }
        return 0;
    }

    private void send(List<RelayedBatch.Entry> entries) {
        RelayedBatch batch = new RelayedBatch(entries);
        String id = "bids-" + Ids.text(Ids.next(time));
        Messages.Outgoing message = new Messages.Outgoing(QUEUE, id, batch.text(), QUEUE, batch.traces());
        pace.leave(entries.get(entries.size() - 1).event(), () -> messages.send(List.of(message)));
        leftAt = time.steady();
        entries.forEach(entry -> progress.sent(entry.partition(), entry.position(), leftAt));
    }

    @Override
    public void stop() {
        if (leading) {
            lease.giveBack();
        }
    }

    private boolean holdsLease() {
        long now = time.steady();
        if (leading && now < leaseUntil) {
            return true;
        }
        boolean held = lease.holds();
        if (held && !leading) {
            LOG.log(Level.INFO, "This node carries events from now on, from what is recorded");
            progress.startOver(positions.all());
        }
        leading = held;
        leaseUntil = now + LEASE_MS / 2;
        return held;
    }

    /** Trims what was recorded since the last look; has sent again what is not recorded in time. */
    private void lookBack() {
        long now = time.steady();
        if (now < lookedBackAt + LOOK_BACK_MS) {
            return;
        }
        lookedBackAt = now;
        trim(progress.follow(positions.all(), now));
        List<Integer> still = progress.sendStillAgain(now);
        if (!still.isEmpty()) {
            LOG.log(Level.INFO, "Sent again, since recording stands still: partitions {0}", still);
            still.forEach(news::mark);
        }
    }

    /** The partitions of which something was heard; from time to time all of them. */
    private List<Integer> toRead() throws InterruptedException {
        List<Integer> told = news.await(Math.max(0, readAllAt + READ_ALL_MS - time.steady()));
        news.rebuilt().forEach(progress::again);
        if (time.steady() >= readAllAt + READ_ALL_MS) {
            readAllAt = time.steady();
            told = IntStream.range(0, config.partitions()).boxed().toList();
        }
        return told.stream().filter(progress::mayGoOn).toList();
    }

    private List<RelayedBatch.Entry> read(List<Integer> partitions) {
        Map<Integer, List<StreamEntry>> streams = redis.answered(
                partitions,
                RoomKeys::outbox,
                (pipeline, partition) -> pipeline.xrange(
                        RoomKeys.outbox(partition), progress.sent(partition).after(), "+", config.relayBatch()));
        List<RelayedBatch.Entry> entries = new ArrayList<>();
        streams.forEach((partition, stream) -> {
            StreamPosition before = progress.sent(partition);
            for (StreamEntry entry : stream) {
                StreamEntryID id = entry.getID();
                StreamPosition position = new StreamPosition(id.getTime(), id.getSequence());
                entries.add(new RelayedBatch.Entry(
                        partition,
                        before,
                        position,
                        entry.getFields().getOrDefault("e", ""),
                        entry.getFields().get("t")));
                before = position;
            }
            if (stream.size() == config.relayBatch()) {
                news.mark(partition);
            }
        });
        return entries;
    }

    private void trim(List<Integer> partitions) {
        redis.answered(partitions, RoomKeys::outbox, (pipeline, partition) -> {
            StreamPosition position = progress.recorded(partition);
            return pipeline.xtrim(
                    RoomKeys.outbox(partition),
                    XTrimParams.xTrimParams().minId(position.millis() + "-" + (position.counter() + 1)));
        });
    }
}
