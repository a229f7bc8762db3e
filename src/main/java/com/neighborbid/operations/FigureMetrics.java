package com.neighborbid.operations;

import com.neighborbid.auction.ReadyLists;
import com.neighborbid.bidding.BidFigures;
import com.neighborbid.bidding.BidRejection;
import com.neighborbid.platform.DatabasePool;
import com.neighborbid.platform.Replica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The figures at {@code /metrics}, with Prometheus's names and units. Each node tells its own; what there is once in a
 * house is told by its workers, with {@code nb_house_*} names. Nothing is counted here: counters follow, once a second,
 * what the components count, and gauges read it when they are asked. Histograms are {@link HistogramFilter}'s.
 */
@ApplicationScoped
class FigureMetrics {
    private static final double MILLIS = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Instance<MetricRegistry> registries;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BidFigures bids;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NodeSampler sampler;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HouseSampler house;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadyLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Replica replica;

    private final List<Followed> followed = new ArrayList<>();
    private final Set<String> queues = new HashSet<>();
    private boolean registered;

    /** A counter of the registry, and what it follows. */
    private record Followed(Counter counter, LongSupplier total) {
        void follow() {
            counter.inc(Math.max(0, total.getAsLong() - counter.getCount()));
        }
    }

    /** Registers all, at the first call that succeeds: the application may not have its registry yet. */
    void registerOnce() {
        if (!registered) {
            MetricRegistry registry = registries.get();
            followed.clear();
            registerBids(registry);
            registerNode(registry);
            registerLists(registry);
            registerReplica(registry);
            registerHouse(registry);
            registered = true;
        }
    }

    /** Lets the counters follow, and shows queues that are new. */
    void follow() {
        followed.forEach(Followed::follow);
        HouseFigures last = house.last();
        if (last != null) {
            last.queues().keySet().forEach(this::showQueue);
        }
    }

    private void showQueue(String queue) {
        if (queues.add(queue)) {
            registries
                    .get()
                    .gauge(
                            about("nb_house_queue_messages", "Messages that wait in a queue of the broker"),
                            () -> waiting(queue),
                            new Tag("queue", queue));
        }
    }

    private double waiting(String queue) {
        HouseFigures last = house.last();
        Long messages = last == null ? null : last.queues().get(queue);
        return messages == null ? Double.NaN : messages;
    }

    private void registerBids(MetricRegistry registry) {
        Metadata answered = about("nb_bids", "Bids answered, by their answer");
        follow(registry.counter(answered, new Tag("answer", "accepted")), bids::accepted);
        for (BidRejection code : BidRejection.values()) {
            Tag tag = new Tag("answer", code.name().toLowerCase(Locale.ROOT));
            follow(registry.counter(answered, tag), () -> bids.rejected(code));
        }
    }

    private void follow(Counter counter, LongSupplier total) {
        followed.add(new Followed(counter, total));
    }

    private void registerNode(MetricRegistry registry) {
        node(registry, "nb_bids_waiting", "Bids that wait for a dispatcher", NodeFigures::waiting);
        node(registry, "nb_sockets", "Open sockets of this node", NodeFigures::sockets);
        node(registry, "nb_rooms", "Open rooms of this node", NodeFigures::rooms);
        node(registry, "nb_redis_pool_active", "Connections to Redis in use", NodeFigures::redisActive);
        node(registry, "nb_redis_pool_max", "Connections to Redis that there may be", NodeFigures::redisMost);
        node(registry, "nb_postgres_pool_active", "Connections to PostgreSQL in use", n -> DatabasePool.active());
        node(registry, "nb_postgres_pool_max", "Connections to PostgreSQL that there may be", n -> DatabasePool.most());
    }

    private void registerLists(MetricRegistry registry) {
        Metadata answered = about("nb_lists", "Lists answered, by whether they were made for the call");
        follow(registry.counter(answered, new Tag("answer", "made")), lists::made);
        follow(registry.counter(answered, new Tag("answer", "given_again")), lists::given);
    }

    private void registerReplica(MetricRegistry registry) {
        if (replica.isThere()) {
            registry.gauge(about("nb_replica_used", "Whether reads go to the replica"), () -> replica.isUsed() ? 1 : 0);
            registry.gauge(
                    about("nb_replica_lag_seconds", "How far the replica is behind, as this node sees it"),
                    () -> replica.lagMs() / MILLIS);
            Metadata reads = about("nb_replica_reads", "Reads for the replica, by who answered");
            follow(registry.counter(reads, new Tag("by", "replica")), replica::reads);
            follow(registry.counter(reads, new Tag("by", "main_after_failure")), replica::failures);
        }
    }

    private void node(MetricRegistry registry, String name, String help, ToDoubleFunction<NodeFigures> figure) {
        registry.gauge(about(name, help), () -> figure.applyAsDouble(sampler.take()));
    }

    private void registerHouse(MetricRegistry registry) {
        house(
                registry,
                "nb_house_relay_lag_seconds",
                "Age of the oldest decision that is not recorded",
                h -> h.behind() == null ? Double.NaN : h.behind().lagMs() / MILLIS);
        house(
                registry,
                "nb_house_unrecorded_partitions",
                "Partitions with decisions that are not recorded",
                h -> h.behind() == null ? Double.NaN : h.behind().partitions());
        house(
                registry,
                "nb_house_outbox_messages",
                "Messages that wait for the broker",
                h -> h.database() == null ? Double.NaN : h.database().outbox());
        house(
                registry,
                "nb_house_outbox_lag_seconds",
                "How long the oldest of them has waited",
                h -> h.database() == null ? Double.NaN : h.outboxLagMs() / MILLIS);
        house(
                registry,
                "nb_house_dead_letters",
                "Messages that failed for good; -1 when the broker did not say",
                h -> h.deadLetters());
        house(registry, "nb_house_broker_up", "Whether the broker answers", h -> h.broker() ? 1 : 0);
        house(
                registry,
                "nb_house_auctions_open",
                "Open auctions",
                h -> h.database() == null ? Double.NaN : h.database().open());
        house(
                registry,
                "nb_house_auctions_paused",
                "Paused auctions",
                h -> h.database() == null ? Double.NaN : h.database().paused());
        house(
                registry,
                "nb_house_paused",
                "Whether the whole house is paused",
                h -> h.database() == null ? Double.NaN : h.database().housePaused() ? 1 : 0);
        house(
                registry,
                "nb_house_ledger_imbalance",
                "By how much the books are wrong, in minor units",
                h -> h.books() == null ? Double.NaN : HouseFigures.imbalance(h.books()));
        registerEngines(registry);
    }

    private void registerEngines(MetricRegistry registry) {
        house(registry, "nb_house_redis_up", "Whether Redis answers", h -> h.redis() == null ? 0 : 1);
        house(
                registry,
                "nb_house_redis_memory_bytes",
                "Memory that Redis uses",
                h -> h.redis() == null ? Double.NaN : h.redis().memoryUsed());
        house(
                registry,
                "nb_house_redis_memory_max_bytes",
                "Memory that Redis may use, 0 without a bound",
                h -> h.redis() == null ? Double.NaN : h.redis().memoryMost());
        house(
                registry,
                "nb_house_redis_fsyncs_delayed",
                "Fsyncs that Redis had to wait for, since its start",
                h -> h.redis() == null ? Double.NaN : h.redis().fsyncsDelayed());
        house(
                registry,
                "nb_house_redis_log_ok",
                "Whether Redis keeps a log and wrote to it",
                h -> h.redis() == null
                        ? Double.NaN
                        : h.redis().logKept() && h.redis().logWritten() ? 1 : 0);
        house(
                registry,
                "nb_house_redis_replicas",
                "Replicas of Redis",
                h -> h.redis() == null ? Double.NaN : h.redis().replicas());
        house(registry, "nb_house_postgres_up", "Whether PostgreSQL answers", h -> h.database() == null ? 0 : 1);
        house(
                registry,
                "nb_house_postgres_connections",
                "Connections to the house's database",
                h -> h.database() == null ? Double.NaN : h.database().connections());
        house(
                registry,
                "nb_house_postgres_connections_busy",
                "Connections that do something",
                h -> h.database() == null ? Double.NaN : h.database().busy());
        house(
                registry,
                "nb_house_postgres_connections_max",
                "Connections that PostgreSQL takes",
                h -> h.database() == null ? Double.NaN : h.database().connectionsMost());
        house(
                registry,
                "nb_house_postgres_replicas",
                "Replicas of PostgreSQL",
                h -> h.database() == null ? Double.NaN : h.database().replicas());
        house(
                registry,
                "nb_house_postgres_replica_lag_seconds",
                "How far the furthest replica is behind",
                h -> h.database() == null ? Double.NaN : h.database().replicaLagMs() / MILLIS);
        house(
                registry,
                "nb_house_postgres_longest_transaction_seconds",
                "The longest transaction that runs",
                h -> h.database() == null ? Double.NaN : h.database().longestMs() / MILLIS);
    }

    /** A node that is no worker, or has not asked yet, tells no number. */
    private void house(MetricRegistry registry, String name, String help, ToDoubleFunction<HouseFigures> figure) {
        registry.gauge(about(name, help), () -> {
            HouseFigures last = house.last();
            return last == null ? Double.NaN : figure.applyAsDouble(last);
        });
    }

    private static Metadata about(String name, String help) {
        return Metadata.builder().withName(name).withDescription(help).build();
    }
}
