package com.neighborbid.live;

import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.auction.LivePrice;
import com.neighborbid.auction.LivePrices;
import com.neighborbid.bidding.AuctionEvent;
import com.neighborbid.bidding.AuctionListener;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Role;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The prices of many auctions at once, for lists: each watcher is told the latest of an auction at once, and then at most
 * once a pause, however much is bid. What is unsure is read for all auctions of a turn in one go.
 */
@ApplicationScoped
class Feed implements AuctionListener, WorkerTask {
    private static final int SLOT_MS = 25;
    private static final int SLOTS = 64;
    private static final long RETRY_MS = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LivePrices livePrices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Auctions recorded;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FeedConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private final ConcurrentHashMap<String, FeedAuction> auctions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<FrameReceiver, Set<Long>> watched = new ConcurrentHashMap<>();
    private final Semaphore arrivals = new Semaphore(0);

    @SuppressWarnings("NullAway.Init")
    private TimeWheel<FeedAuction> wheel;

    @PostConstruct
    void open() {
        wheel = new TimeWheel<>(SLOT_MS, SLOTS, now());
    }

    /**
     * Watches these auctions instead of those before; each is told soon, also one that was watched already. Ids of no
     * auction say nothing. Called by the watcher's socket alone.
     */
    void watch(FrameReceiver watcher, Set<Long> ids) {
        Set<Long> before = watched.put(watcher, ids);
        if (before != null) {
            before.stream().filter(id -> !ids.contains(id)).forEach(id -> unseat(watcher, id));
        }
        long now = now();
        for (long id : ids) {
            auctions.compute(Ids.text(id), (key, known) -> {
                FeedAuction auction = known == null ? new FeedAuction(id) : known;
                auction.add(watcher);
                wheel.put(auction, now);
                return auction;
            });
        }
        arrivals.release();
    }

    /** Ends all of its watching. */
    void leave(FrameReceiver watcher) {
        Set<Long> ids = watched.remove(watcher);
        if (ids != null) {
            ids.forEach(id -> unseat(watcher, id));
        }
    }

    /** How many auctions are watched. */
    int size() {
        return auctions.size();
    }

    private void unseat(FrameReceiver watcher, long id) {
        auctions.computeIfPresent(Ids.text(id), (key, auction) -> {
            auction.remove(watcher);
            return auction.isEmpty() ? null : auction;
        });
    }

    @Override
    public void heard(AuctionEvent event) {
        FeedAuction auction = auctions.get(event.auction());
        if (auction != null && auction.hear(event)) {
            wheel.put(auction, now());
        }
    }

    @Override
    public void reconnected() {
        long now = now();
        auctions.values().forEach(auction -> {
            auction.doubt();
            wheel.put(auction, now);
        });
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LIVE);
    }

    /** Turns the wheel; while nobody watches anything, waits for somebody. */
    @Override
    public long turn() throws InterruptedException {
        if (auctions.isEmpty()) {
            arrivals.acquire();
        }
        arrivals.drainPermits();
        turn(now());
        return SLOT_MS;
    }

    /** Tells what has come due by this moment of {@link Time#ticks}, in milliseconds. */
    void turn(long now) {
        List<FeedAuction> due = wheel.turn(now);
        if (due.isEmpty()) {
            return;
        }
        try {
            readUnsure(due.stream().filter(FeedAuction::isUnsure).toList());
        } catch (RuntimeException e) {
            due.forEach(auction -> wheel.put(auction, now + RETRY_MS));
            throw e;
        }
        for (FeedAuction auction : due) {
            long next = auction.tell(now, config.tickMs());
            if (next != FeedAuction.NEVER) {
                wheel.put(auction, next);
            }
        }
    }

    private void readUnsure(List<FeedAuction> unsure) {
        if (unsure.isEmpty()) {
            return;
        }
        Map<FeedAuction, Long> heard = new HashMap<>();
        unsure.forEach(auction -> heard.put(auction, auction.heard()));
        Map<Long, LivePrice> prices =
                livePrices.of(unsure.stream().map(FeedAuction::auction).toList());
        Map<Long, AuctionTerms> terms = recorded.terms(unsure.stream()
                .map(FeedAuction::auction)
                .filter(id -> !prices.containsKey(id))
                .toList());
        heard.forEach((auction, before) -> {
            LivePrice price = prices.get(auction.auction());
            AuctionTerms record = terms.get(auction.auction());
            if (price != null) {
                auction.read(price, before);
            } else if (record != null) {
                auction.readRecord(record, before);
            } else {
                forget(auction);
            }
        });
    }

    /** There is no such auction. */
    private void forget(FeedAuction auction) {
        auctions.remove(Ids.text(auction.auction()), auction);
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(time.ticks());
    }
}
