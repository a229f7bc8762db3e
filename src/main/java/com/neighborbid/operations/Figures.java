package com.neighborbid.operations;

import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.bidding.BidFigures;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.LatencyCounts;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The live figures of the whole house, put together each second from what the nodes and the engines told: what the
 * console shows. Rates and percentiles are of the last ten seconds.
 */
@ApplicationScoped
class Figures {
    private static final int WINDOW = 10;
    private static final int HOTTEST = 5;
    private static final int TITLES_KEPT = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BidFigures bids;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OperationsConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** Each node's last figures, the newest last. */
    private final Map<String, Deque<NodeFigures>> nodes = new HashMap<>();

    /** Of auctions that were hot not long ago. */
    private final Map<String, String> titles = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > TITLES_KEPT;
        }
    };

    private final Deque<JsonObject> history = new ArrayDeque<>();
    private final Deque<List<BidFigures.Hot>> heat = new ArrayDeque<>();
    private JsonObject latest = JsonObject.EMPTY_JSON_OBJECT;

    /** The last figures; an empty object before the first. */
    synchronized JsonObject latest() {
        return latest;
    }

    /** The last figures with the points of the charts before them, the oldest first. */
    synchronized JsonObject withHistory() {
        JsonArrayBuilder points = Json.array();
        history.forEach(points::add);
        return Json.object(latest).add("history", points).build();
    }

    /** How long bids of a node waited for their answers in the last ten seconds; none for a node that told nothing. */
    synchronized LatencyCounts answers(String node) {
        Deque<NodeFigures> window = nodes.get(node);
        return window == null
                ? LatencyCounts.none()
                : window.getLast().answers().since(window.getFirst().answers());
    }

    /**
     * Takes in what was told.
     *
     * @param told by every node that lives
     * @param house the engines' figures, null when no worker told them
     */
    synchronized JsonObject take(Collection<NodeFigures> told, @Nullable JsonObject house) {
        remember(told);
        LatencyCounts answers = LatencyCounts.none();
        LatencyCounts recordings = LatencyCounts.none();
        double accepted = 0;
        double rejected = 0;
        for (Deque<NodeFigures> window : nodes.values()) {
            NodeFigures from = window.getFirst();
            NodeFigures to = window.getLast();
            answers = answers.plus(to.answers().since(from.answers()));
            recordings = recordings.plus(to.recordings().since(from.recordings()));
            accepted += perSecond(from.accepted(), to.accepted(), from, to);
            rejected += perSecond(from.rejected(), to.rejected(), from, to);
        }
        JsonObject point = Json.object()
                .add("at", time.now())
                .add("bidsPerSecond", tenths(accepted))
                .add("rejectedPerSecond", tenths(rejected))
                .add("answer", percentiles(answers))
                .add("recording", percentiles(recordings))
                .add("sockets", told.stream().mapToInt(NodeFigures::sockets).sum())
                .add("rooms", told.stream().mapToInt(NodeFigures::rooms).sum())
                .add("waiting", told.stream().mapToInt(NodeFigures::waiting).sum())
                .add("relayLagMs", relayLag(house))
                .build();
        history.addLast(point);
        while (history.size() > config.historySeconds()) {
            history.removeFirst();
        }
        JsonObjectBuilder whole =
                Json.object(point).add("hottest", hottest(told)).add("nodes", nodes(told));
        if (house != null) {
            whole.add("house", house);
        }
        latest = whole.build();
        return latest;
    }

    private void remember(Collection<NodeFigures> told) {
        nodes.keySet()
                .removeIf(node ->
                        told.stream().noneMatch(figures -> figures.node().equals(node)));
        for (NodeFigures figures : told) {
            Deque<NodeFigures> window = nodes.computeIfAbsent(figures.node(), node -> new ArrayDeque<>());
            if (window.isEmpty() || window.getLast().at() < figures.at()) {
                window.addLast(figures);
            }
            while (window.getFirst().at() < figures.at() - WINDOW * 1000L) {
                window.removeFirst();
            }
        }
    }

    private static double perSecond(long before, long now, NodeFigures from, NodeFigures to) {
        return to.at() == from.at() ? 0 : Math.max(0, now - before) * 1000.0 / (to.at() - from.at());
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static JsonObjectBuilder percentiles(LatencyCounts counts) {
        return Json.object()
                .add("count", counts.total())
                .add("p50Ms", ms(counts.percentile(0.5)))
                .add("p95Ms", ms(counts.percentile(0.95)))
                .add("p99Ms", ms(counts.percentile(0.99)))
                .add("maxMs", ms(counts.percentile(1)));
    }

    private static double ms(long micros) {
        return Math.round(micros / 10.0) / 100.0;
    }

    private static long relayLag(@Nullable JsonObject house) {
        return house == null || !house.containsKey("relay")
                ? 0
                : house.getJsonObject("relay").getJsonNumber("lagMs").longValue();
    }

    /** The auctions with most bids in the window, then those with most watchers. */
    private JsonArrayBuilder hottest(Collection<NodeFigures> told) {
        heat.addLast(bids.hottest(HOTTEST * 2));
        while (heat.size() > WINDOW) {
            heat.removeFirst();
        }
        Map<String, Integer> watching = new HashMap<>();
        told.forEach(node ->
                node.crowds().forEach(crowd -> watching.merge(crowd.auction(), crowd.watching(), Integer::sum)));
        Map<String, Long> hot = new LinkedHashMap<>();
        heat.forEach(second -> second.forEach(auction -> hot.merge(auction.auction(), auction.bids(), Long::sum)));
        watching.keySet().forEach(auction -> hot.putIfAbsent(auction, 0L));
        JsonArrayBuilder rows = Json.array();
        hot.entrySet().stream()
                .sorted((a, b) -> {
                    int byBids = Long.compare(b.getValue(), a.getValue());
                    return byBids != 0
                            ? byBids
                            : Integer.compare(
                                    watching.getOrDefault(b.getKey(), 0), watching.getOrDefault(a.getKey(), 0));
                })
                .limit(HOTTEST)
                .forEach(entry -> rows.add(Json.object()
                        .add("auction", entry.getKey())
                        .add("title", title(entry.getKey()))
                        .add("bidsPerSecond", tenths(entry.getValue() / (double) heat.size()))
                        .add("watching", watching.getOrDefault(entry.getKey(), 0))));
        return rows;
    }

    private String title(String auction) {
        return titles.computeIfAbsent(
                auction,
                id -> auctions.terms(Ids.parse(id).orElseThrow())
                        .map(AuctionTerms::title)
                        .orElse(""));
    }

    private static JsonArrayBuilder nodes(Collection<NodeFigures> told) {
        JsonArrayBuilder rows = Json.array();
        told.stream()
                .sorted(java.util.Comparator.comparing(NodeFigures::node))
                .forEach(node -> rows.add(Json.object()
                        .add("node", node.node())
                        .add("roles", node.roles())
                        .add("at", node.at())
                        .add("sockets", node.sockets())
                        .add("rooms", node.rooms())
                        .add("waiting", node.waiting())
                        .add("redisActive", node.redisActive())
                        .add("redisMost", node.redisMost())
                        .add("heapUsed", node.heapUsed())
                        .add("heapMost", node.heapMost())
                        .add("threads", node.threads())
                        .add("load", tenths(node.load()))));
        return rows;
    }
}
