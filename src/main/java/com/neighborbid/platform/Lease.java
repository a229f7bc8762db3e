package com.neighborbid.platform;

import java.util.List;
import redis.clients.jedis.params.SetParams;

/**
 * A lease on a task that one node should do at a time, kept in Redis. It saves work, it does not keep order: whatever
 * runs under it must be harmless when two do it.
 */
public final class Lease {
    private static final String RENEW =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";
    private static final String RETURN =
            "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private final Redis redis;
    private final String key;
    private final String node;
    private final long millis;

    public Lease(Redis redis, String task, String node, long millis) {
        this.redis = redis;
        this.key = "nb:lease:" + task;
        this.node = node;
        this.millis = millis;
    }

    /** Takes the lease, or renews it; false while another node has it. */
    public boolean holds() {
        return redis.call(client -> {
            Object renewed = client.eval(RENEW, List.of(key), List.of(node, Long.toString(millis)));
            return Long.valueOf(1).equals(renewed)
                    || client.set(key, node, SetParams.setParams().nx().px(millis)) != null;
        });
    }

    /** Gives the lease back, so that another node need not wait for its end. */
    public void giveBack() {
        redis.call(client -> client.eval(RETURN, List.of(key), List.of(node)));
    }
}
