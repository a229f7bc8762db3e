package com.neighborbid.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of the rooms: what happens to a room happens on its one lane, in order. */
@ApplicationScoped
class Lanes {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveConfig config;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private final List<ScheduledExecutorService> lanes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ExecutorService closers;

    @SuppressWarnings("NullAway.Init")
    private ExecutorService talk;

    @PostConstruct
    void open() {
        for (int i = 0; i < config.lanes(); i++) {
            lanes.add(new ScheduledThreadPoolExecutor(1, threads));
        }
        closers = Executors.newFixedThreadPool(2, threads);
        talk = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(config.chatsWaiting()), threads);
    }

    @PreDestroy
    void close() {
        lanes.forEach(ExecutorService::shutdownNow);
        closers.shutdownNow();
        talk.shutdownNow();
    }

    /** The lane of an auction's room. */
    ScheduledExecutorService of(long auction) {
        return lanes.get((int) Long.remainderUnsigned(auction, lanes.size()));
    }

    /** Where chat is said, line by line: it needs Redis, for which a socket's thread must not wait. */
    ExecutorService talk() {
        return talk;
    }

    /** Where the container's sockets are closed: a peer that does not answer must not hold up a room. */
    ExecutorService closers() {
        return closers;
    }
}
