package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much the nodes say in their logs for a while, as the house wishes it. A wish stands in Redis until its time is
 * over; {@link LogLevelTask} of each node follows it, and goes back by itself.
 */
@ApplicationScoped
public class LogLevels {
    private static final String KEY = "nb:log:levels";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** What a log says, from the least. Errors, warnings and news are always said where nobody wishes otherwise. */
    public enum Level {
        ERROR,
        WARNING,
        INFO,
        DEBUG,
        TRACE
    }

    /**
     * That a logger, and those below it, say as much on a node.
     *
     * @param logger its name, letters, digits, dots, dollars and underscores
     * @param node where, null for every node
     * @param until milliseconds since the epoch
     */
    public record Wish(String logger, @Nullable String node, Level level, long until) {
        boolean isFor(String other) {
            return node == null || node.equals(other);
        }

        String field() {
            return logger + '|' + (node == null ? "" : node);
        }
    }

    /** Every wish whose time is not over, by logger and node; throws as {@link Redis#call}. */
    public List<Wish> all() {
        List<Wish> wishes = new ArrayList<>();
        List<String> over = new ArrayList<>();
        Map<String, String> found = redis.call(client -> client.hgetAll(KEY));
        found.forEach((field, value) -> {
            Wish wish = wish(field, value);
            if (wish.until() > time.now()) {
                wishes.add(wish);
            } else {
                over.add(field);
            }
        });
        if (!over.isEmpty()) {
            redis.call(client -> client.hdel(KEY, over.toArray(String[]::new)));
        }
        wishes.sort(Comparator.comparing(Wish::field));
        return wishes;
    }

    /** Makes a wish, in place of one for the same logger and node; throws as {@link Redis#call}. */
    public void set(Wish wish) {
        redis.call(client -> client.hset(KEY, wish.field(), wish.level() + " " + wish.until()));
    }

    /** Takes a wish back before its time; false when there is none. Throws as {@link Redis#call}. */
    public boolean drop(String logger, @Nullable String node) {
        return redis.call(client -> client.hdel(KEY, new Wish(logger, node, Level.INFO, 0).field())) == 1;
    }

    private static Wish wish(String field, String value) {
        int bar = field.indexOf('|');
        int space = value.indexOf(' ');
        String node = field.substring(bar + 1);
        return new Wish(
                field.substring(0, bar),
                node.isEmpty() ? null : node,
                Level.valueOf(value.substring(0, space)),
                Long.parseLong(value.substring(space + 1)));
    }
}
