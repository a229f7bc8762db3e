package com.neighborbid.bidding;

import com.neighborbid.bidding.AuctionEvent.Numbered;
import com.neighborbid.bidding.AuctionEvent.StateInstalled;
import com.neighborbid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Which partitions' outboxes have something new, as the channels tell. On a cluster no command waits for streams of
 * several servers; and what a channel loses, the relay's regular look finds.
 */
@ApplicationScoped
class OutboxNews implements AuctionListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    private final Set<Integer> told = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
    private final Set<Integer> rebuilt = ConcurrentHashMap.newKeySet();

    @Override
    public void heard(AuctionEvent event) {
        if (event instanceof Numbered) {
            mark(partition(event));
        } else if (event instanceof StateInstalled installed && installed.epoch() > 1) {
            rebuilt.add(partition(event));
            mark(partition(event));
        }
    }

    /** Has it looked at, too. */
    void mark(int partition) {
        if (told.add(partition)) {
            waiting.add(partition);
        }
    }

    /** Those told since the last call; waits for the first. */
    List<Integer> await(long millis) throws InterruptedException {
        List<Integer> partitions = new ArrayList<>();
        Integer first = waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            partitions.add(first);
            waiting.drainTo(partitions);
            partitions.forEach(told::remove);
        }
        return partitions;
    }

    /** Partitions of which an auction was rebuilt since the last call: their outbox may have begun anew. */
    List<Integer> rebuilt() {
        List<Integer> partitions = List.copyOf(rebuilt);
        partitions.forEach(rebuilt::remove);
        return partitions;
    }

    private int partition(AuctionEvent event) {
        return RoomKeys.of(Ids.parse(event.auction()).orElseThrow(), config.partitions())
                .partition();
    }
}
