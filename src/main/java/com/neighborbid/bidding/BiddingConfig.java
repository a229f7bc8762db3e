package com.neighborbid.bidding;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of the bidding.
 *
 * @param partitions over how many the auctions are spread; fixed for the life of a deployment
 * @param dispatchers connections of this node that carry bids
 * @param bidsPerBatch most bids in flight on one of them; more only adds waiting
 * @param gatherMicros least time between two batches of this node, in microseconds
 * @param bidsWaiting most bids that wait on this node; beyond, they are UNAVAILABLE at once
 * @param answerWithinMs how long a bid is tried while Redis is away, before it is UNAVAILABLE
 * @param copies how many of a Redis's replicas must have a bid before it is answered
 * @param copiedWithinMs how long they may take
 * @param feedSilentMs how long the feed may hear nothing, not even a sign of life, before it is connected anew
 * @param recoveryMs how long, after Redis was lost, acknowledged events may come back before bids are taken again
 * @param relayBatch most events in one message to the recorder
 * @param relayBatches most such messages that the recorder has not answered for
 * @param relayPauseMs least time between two of them, so that they gather events
 * @param relayAnswerMs how long the relay waits for the recorder's answer before it goes on without
 * @param outbidPauseMs at most one outbid notice to a member for an auction within it
 * @param paddleSyncAfterMs age at which a paddle that Redis may not know is told to it again
 * @param bidsPerSecond most bids of a member in a second
 * @param resumeLeastMs what a paused auction has left at least when it goes on
 */
public record BiddingConfig(
        int partitions,
        int dispatchers,
        int bidsPerBatch,
        int gatherMicros,
        int bidsWaiting,
        int answerWithinMs,
        int copies,
        int copiedWithinMs,
        int feedSilentMs,
        int recoveryMs,
        int relayBatch,
        int relayBatches,
        int relayPauseMs,
        int relayAnswerMs,
        long outbidPauseMs,
        long paddleSyncAfterMs,
        int bidsPerSecond,
        long resumeLeastMs)
        implements ComponentConfig {

    static class Producer {
        @Produces
        @Singleton
        BiddingConfig config(Settings settings) {
            return new BiddingConfig(
                    settings.number("nb.partitions", 64, 1, 16_384),
                    settings.number("nb.bid.dispatchers", 2, 1, 64),
                    settings.number("nb.bid.batch", 64, 1, 1000),
                    settings.number("nb.bid.gather.us", 3000, 0, 100_000),
                    settings.number("nb.bid.waiting", 10_000, 1, 1_000_000),
                    settings.number("nb.bid.answer.within.ms", 5000, 100, 60_000),
                    settings.number("nb.bid.copies", 0, 0, 5),
                    settings.number("nb.bid.copied.within.ms", 1000, 10, 60_000),
                    settings.number("nb.feed.silent.ms", 4000, 2000, 600_000),
                    settings.number("nb.bid.recovery.ms", 1500, 0, 60_000),
                    settings.number("nb.relay.batch", 500, 1, 10_000),
                    settings.number("nb.relay.batches", 2, 1, 100),
                    settings.number("nb.relay.pause.ms", 30, 0, 1000),
                    settings.number("nb.relay.answer.ms", 1000, 10, 60_000),
                    settings.integer("nb.outbid.pause.ms", 60_000, 0, 86_400_000),
                    settings.integer("nb.paddle.sync.after.ms", 5000, 100, 3_600_000),
                    settings.number("nb.bid.per.second", 50, 1, 100_000),
                    settings.integer("nb.resume.least.ms", 60_000, 0, 86_400_000));
        }
    }
}
