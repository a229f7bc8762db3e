package com.neighborbid.bidding;

import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.bidding.AuctionEvent.Numbered;
import com.neighborbid.bidding.AuctionEvent.StateInstalled;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.UnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/**
 * What this node acknowledged and has not yet seen recorded. Should Redis be lost, its state is rebuilt from
 * PostgreSQL, and the nodes send back these events, each under its own number; again and again, until Redis has taken them.
 */
@ApplicationScoped
class Unrecorded implements AuctionListener {
    private static final Logger LOG = System.getLogger(Unrecorded.class.getName());
    /** A fraction of {@code nb.bid.recovery.ms}, in which they are taken back. */
    private static final long AGAIN_MS = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HotAuctions hot;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService executor;

    private final ConcurrentHashMap<String, ConcurrentSkipListMap<Long, String>> events = new ConcurrentHashMap<>();
    /** Auctions whose events are about to be sent back. */
    private final Set<String> owed = ConcurrentHashMap.newKeySet();

    /** Keeps an acknowledged event; the empty text of a replay is none. */
    void keep(long auction, String event) {
        if (!event.isEmpty()) {
            long n = AuctionEventText.numberOf(event);
            events.compute(Ids.text(auction), (id, known) -> {
                var kept = known == null ? new ConcurrentSkipListMap<Long, String>() : known;
                kept.put(n, event);
                return kept;
            });
        }
    }

    @Override
    public void heard(AuctionEvent event) {
        if (event instanceof BidsRecorded recorded) {
            events.computeIfPresent(recorded.auction(), (id, kept) -> {
                kept.headMap(recorded.n(), true).clear();
                return kept.isEmpty() ? null : kept;
            });
        } else if (event instanceof StateInstalled installed && events.containsKey(installed.auction())) {
            sendBackSoon(installed.auction());
        }
    }

    /** What was decided over a record that is lost: its paddles may have no money in this one. */
    private void forgetLivesBefore(long life, String auction) {
        events.computeIfPresent(auction, (id, kept) -> {
            kept.values()
                    .removeIf(text -> AuctionEvent.parse(text) instanceof Numbered decided
                            && RecordLife.of(decided.epoch()) < life);
            return kept.isEmpty() ? null : kept;
        });
    }

    /** The rebuilding of an auction may have been told meanwhile. */
    @Override
    public void reconnected() {
        events.keySet().forEach(this::sendBackSoon);
    }

    private void sendBackSoon(String auction) {
        if (owed.add(auction)) {
            executor.execute(() -> sendBack(auction, Level.WARNING));
        }
    }

    /** @param complaint the level at which it is said that Redis is away */
    private void sendBack(String auction, Level complaint) {
        owed.remove(auction);
        var kept = events.get(auction);
        var id = Ids.parse(auction);
        if (kept == null || id.isEmpty()) {
            return;
        }
        try {
            hot.snapshot(id.getAsLong(), 0)
                    .ifPresent(state -> forgetLivesBefore(RecordLife.of(state.epoch()), auction));
            // Together: the time in which they are taken back is short.
            List<Call> calls = kept.values().stream()
                    .map(event -> functions.reinstate(id.getAsLong(), event))
                    .toList();
            LOG.log(Level.WARNING, "Auction {0}: {1} acknowledged events go back to Redis", auction, calls.size());
            functions.all(calls);
        } catch (UnavailableException e) {
            LOG.log(complaint, "Auction {0}: its events wait for Redis: {1}", auction, e.getMessage());
            if (owed.add(auction)) {
                executor.schedule(() -> sendBack(auction, Level.DEBUG), AGAIN_MS, TimeUnit.MILLISECONDS);
            }
        }
    }
}
