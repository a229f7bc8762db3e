package com.neighborbid.auction;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.Time;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lists as they are sent. What nobody's own is in is made once for all who ask the same within a second, and while it is
 * made, they wait for it. It is not given again once the feed has told of a bid or a change in an auction that it shows, or
 * of a new auction: so its prices are as live as a room's. Without the feed, they are a second old at most.
 *
 * <p>A seller's lots, a watchlist and what is near a place are made for each call (src/docs/decisions/0014).
 */
@ApplicationScoped
public class ReadyLists {
    /** Auctions that are known to have moved; where there are more, all have. */
    private static final int MOVED_MOST = 4096;

    private static final int ENTRY_BYTES = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AuctionLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ListConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private final Map<String, Long> moved = new ConcurrentHashMap<>();
    private final LongAdder made = new LongAdder();
    private final LongAdder given = new LongAdder();
    private volatile long allMoved;

    @SuppressWarnings("NullAway.Init")
    private AsyncCache<ListQuery, Ready> kept;

    /**
     * A list as it was found.
     *
     * @param auctions the public ids of what it shows
     * @param begun when it began to be read, in ticks
     */
    private record Ready(byte[] json, List<String> auctions, long begun) {}

    @PostConstruct
    void open() {
        allMoved = time.ticks();
        kept = Caffeine.newBuilder()
                .maximumWeight(config.keptBytes())
                .weigher((ListQuery query, Ready ready) -> ready.json.length + ENTRY_BYTES)
                .expireAfterWrite(Duration.ofMillis(config.keptMs()))
                .executor(Runnable::run)
                .buildAsync();
    }

    /** The JSON text of a page of what is asked for, in UTF-8; not to be changed. Throws as {@link AuctionLists#page}. */
    byte[] page(ListQuery query) {
        return isEverybodys(query) && config.keptMs() > 0 ? shared(query) : make(query).json;
    }

    /** What happens in an auction changes the lists that show it. Called by one thread. */
    public void moved(String auction) {
        if (moved.size() >= MOVED_MOST) {
            changed();
            moved.clear();
        }
        moved.put(auction, time.ticks());
    }

    /** Any list may be another one now. */
    public void changed() {
        allMoved = time.ticks();
    }

    /** The seller finds it at once. */
    void created(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuctionCreated created) {
        changed();
    }

    /** Lists that were made. */
    public long made() {
        return made.sum();
    }

    /** Lists that were given again. */
    public long given() {
        return given.sum();
    }

    private static boolean isEverybodys(ListQuery query) {
        return query.seller() == null && query.watchedBy() == null && query.near() == null;
    }

    private byte[] shared(ListQuery query) {
        long asked = time.ticks();
        while (true) {
            CompletableFuture<Ready> own = new CompletableFuture<>();
            CompletableFuture<Ready> first = kept.asMap().putIfAbsent(query, own);
            if (first == null) {
                return fill(own, query).json;
            }
            Ready ready = await(first);
            if (ready.begun - asked > 0 || isCurrent(ready)) {
                given.increment();
                return ready.json;
            }
            kept.asMap().remove(query, first);
        }
    }

    private Ready fill(CompletableFuture<Ready> own, ListQuery query) {
        try {
            Ready ready = make(query);
            own.complete(ready);
            return ready;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        }
    }

    /** Whoever makes it waits for PostgreSQL and Redis no longer than they may be silent. */
    private static Ready await(CompletableFuture<Ready> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Ready make(ListQuery query) {
        long begun = time.ticks();
        Page<AuctionSummary> page = lists.page(query);
        made.increment();
        List<String> shown = page.items().stream().map(AuctionSummary::id).toList();
        return new Ready(text(page).getBytes(StandardCharsets.UTF_8), shown, begun);
    }

    /** A test has no JSON-B. */
    String text(Page<AuctionSummary> page) {
        return Json.text(page);
    }

    private boolean isCurrent(Ready ready) {
        return time.ticks() - ready.begun < Duration.ofMillis(config.keptMs()).toNanos()
                && ready.begun - allMoved > 0
                && ready.auctions.stream().noneMatch(auction -> hasMoved(auction, ready.begun));
    }

    private boolean hasMoved(String auction, long since) {
        Long at = moved.get(auction);
        return at != null && at - since >= 0;
    }
}
