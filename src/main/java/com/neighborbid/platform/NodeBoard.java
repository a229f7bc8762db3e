package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the nodes of a house leave notes for each other, in Redis. A note counts for ten seconds. */
@ApplicationScoped
public class NodeBoard {
    private static final long FRESH_MS = 10_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PlatformConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** Leaves this node's note on a topic in place of the one before; throws as {@link Redis#call}. */
    public void write(String topic, String note) {
        redis.call(client -> client.hset(key(topic), config.node(), time.now() + " " + note));
    }

    /** The fresh notes on a topic, by node; old ones are taken down. */
    public Map<String, String> read(String topic) {
        Map<String, String> fresh = new HashMap<>();
        List<String> old = new ArrayList<>();
        long oldest = time.now() - FRESH_MS;
        redis.call(client -> client.hgetAll(key(topic))).forEach((node, note) -> {
            int space = note.indexOf(' ');
            if (Long.parseLong(note.substring(0, space)) >= oldest) {
                fresh.put(node, note.substring(space + 1));
            } else {
                old.add(node);
            }
        });
        if (!old.isEmpty()) {
            redis.call(client -> client.hdel(key(topic), old.toArray(String[]::new)));
        }
        return fresh;
    }

    private static String key(String topic) {
        return "nb:board:" + topic;
    }
}
