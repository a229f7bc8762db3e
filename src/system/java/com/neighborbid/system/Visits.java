package com.neighborbid.system;

import com.neighborbid.load.ContractClient;
import com.neighborbid.load.ContractException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who looks at the lots all the time and asks nothing twice: whatever goes wrong, this one sees it. */
final class Visits implements AutoCloseable {
    private static final long GAP_MILLIS = 100;
    private static final int OK = 200;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ContractClient visitor;
    private final Map<Integer, String> paths;
    private final Queue<String> disturbances = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    Visits(ContractClient visitor, String auction) {
        this.visitor = visitor;
        this.paths = Map.of(0, "/api/auctions/" + auction, 1, "/api/categories", 2, "/");
        thread.scheduleWithFixedDelay(this::visit, 0, GAP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void visit() {
        String path = paths.getOrDefault(count.getAndIncrement() % paths.size(), "/");
        try {
            int status = visitor.call("GET", path, null).status();
            if (status != OK) {
                disturbances.add(path + ": " + status);
            }
        } catch (ContractException e) {
            disturbances.add(e.toString());
        }
    }

    /** Ends the visits and tells which went wrong. */
    Queue<String> disturbances() {
        close();
        return disturbances;
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    @Override
    public String toString() {
        return count + " visits";
    }
}
