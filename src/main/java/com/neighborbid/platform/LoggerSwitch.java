package com.neighborbid.platform;

import com.neighborbid.platform.LogLevels.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns this process's loggers up and down and back to what they were. It holds on to those that it turned, or they and
 * their levels would be collected. One thread's business.
 */
final class LoggerSwitch {
    private final Map<String, Turned> turned = new HashMap<>();

    /** A logger, and the level that it had: null for its parent's. */
    private record Turned(Logger logger, @Nullable Level before) {}

    /** Sets exactly these levels, a node's own wish before one for all, and answers what was changed, in words. */
    List<String> follow(List<Wish> wishes) {
        Map<String, Level> wanted = new HashMap<>();
        wishes.stream().filter(wish -> wish.node() == null).forEach(wish -> wanted.put(wish.logger(), level(wish)));
        wishes.stream().filter(wish -> wish.node() != null).forEach(wish -> wanted.put(wish.logger(), level(wish)));
        List<String> changes = new ArrayList<>();
        wanted.forEach((name, level) -> {
            Turned known = turned.computeIfAbsent(name, LoggerSwitch::untouched);
            if (!level.equals(known.logger().getLevel())) {
                known.logger().setLevel(level);
                changes.add(name + " is " + level);
            }
        });
        for (Iterator<Turned> all = turned.values().iterator(); all.hasNext(); ) {
            Turned known = all.next();
            if (!wanted.containsKey(known.logger().getName())) {
                known.logger().setLevel(known.before());
                changes.add(known.logger().getName() + " is as before");
                all.remove();
            }
        }
        return changes;
    }

    private static Turned untouched(String name) {
        Logger logger = Logger.getLogger(name);
        return new Turned(logger, logger.getLevel());
    }

    /** As {@link System.Logger.Level} maps them to java.util.logging. */
    private static Level level(Wish wish) {
        return switch (wish.level()) {
            case ERROR -> Level.SEVERE;
            case WARNING -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
            case TRACE -> Level.FINER;
        };
    }
}
