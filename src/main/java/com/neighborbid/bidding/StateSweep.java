package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * Takes auctions' states out of Redis that are of an older epoch, and notes there which life of the record Redis follows.
 * The outbox stays: what an older epoch left in it is refused by the record.
 */
@ApplicationScoped
class StateSweep {
    private static final String LIFE = "nb:life";
    private static final int AT_ONCE = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    /** The life of the record that Redis follows; 0 when it has not followed any. */
    long life() {
        String life = redis.call(client -> client.get(LIFE));
        return life == null ? 0 : Long.parseLong(life);
    }

    void life(long life) {
        redis.call(client -> client.set(LIFE, Long.toString(life)));
    }

    /** Removes every state below an epoch. Answers the auctions; it reads all keys, once in a life. */
    List<Long> before(long epoch) {
        List<Long> removed = new ArrayList<>();
        for (int partition = 0; partition < config.partitions(); partition++) {
            String prefix = new RoomKeys("", partition).state();
            ScanParams these = new ScanParams().match(prefix + "*").count(AT_ONCE);
            String cursor = ScanParams.SCAN_POINTER_START;
            do {
                String from = cursor;
                ScanResult<String> page = redis.call(client -> client.scan(from, these));
                for (String key : page.getResult()) {
                    Ids.parse(key.substring(prefix.length())).stream()
                            .filter(auction -> one(auction, epoch))
                            .forEach(removed::add);
                }
                cursor = page.getCursor();
            } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        }
        return removed;
    }

    /** Removes one auction's state if it is below an epoch. */
    boolean one(long auction, long epoch) {
        return functions.one(functions.remove(auction, epoch)).get(0).equals("REMOVED");
    }
}
