package com.neighborbid.operations;

import com.neighborbid.bidding.BidFigures;
import com.neighborbid.bidding.BidRejection;
import com.neighborbid.platform.Latency;
import com.neighborbid.platform.LatencyCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The figures at {@code /metrics}, with Prometheus's names and units. Each node tells its own; what there is once in a
 * house is told by its workers, with {@code nb_house_*} names. Nothing is counted here: counters follow, once a second,
 * what the components count, and gauges read it when they are asked.
 */
@ApplicationScoped
class FigureMetrics {
    private static final double MICROS = 1_000_000;
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

    private final List<Followed> followed = new ArrayList<>();
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
            registerHouse(registry);
            registered = true;
        }
    }

    /** Lets the counters follow. */
    void follow() {
        followed.forEach(Followed::follow);
    }

    private void registerBids(MetricRegistry registry) {
        Metadata answered = about("nb_bids", "Bids answered, by their answer");
        follow(registry.counter(answered, new Tag("answer", "accepted")), bids::accepted);
        for (BidRejection code : BidRejection.values()) {
            Tag tag = new Tag("answer", code.name().toLowerCase(Locale.ROOT));
            follow(registry.counter(answered, tag), () -> bids.rejected(code));
        }
        histogram(registry, "nb_bid_answer_seconds", "From a bid's arrival to its answer", bids::answers);
        histogram(
                registry, "nb_bid_recording_seconds", "From a decision to its commit in PostgreSQL", bids::recordings);
    }

    private void follow(Counter counter, LongSupplier total) {
        followed.add(new Followed(counter, total));
    }

    /** The series of a Prometheus histogram: cumulative buckets, their sum and their count. */
    private static void histogram(MetricRegistry registry, String name, String help, Supplier<LatencyCounts> counts) {
        for (int i = 0; i < Latency.buckets(); i++) {
            int bucket = i;
            long bound = Latency.bound(i);
            String le = bound == Long.MAX_VALUE ? "+Inf" : Double.toString(bound / MICROS);
            registry.gauge(about(name + "_bucket", help), () -> counts.get().upTo(bucket), new Tag("le", le));
        }
        registry.gauge(about(name + "_sum", help), () -> counts.get().sumMicros() / MICROS);
        registry.gauge(about(name + "_count", help), () -> counts.get().total());
    }

    private void registerNode(MetricRegistry registry) {
        node(registry, "nb_bids_waiting", "Bids that wait for a dispatcher", NodeFigures::waiting);
        node(registry, "nb_sockets", "Open sockets of this node", NodeFigures::sockets);
        node(registry, "nb_rooms", "Open rooms of this node", NodeFigures::rooms);
        node(registry, "nb_redis_pool_active", "Connections to Redis in use", NodeFigures::redisActive);
        node(registry, "nb_redis_pool_max", "Connections to Redis that there may be", NodeFigures::redisMost);
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
