package com.neighborbid.faults;

import com.neighborbid.faults.Books.Row;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the database all the while: what holds at every moment is asked every other second, where it answers. */
final class Watchman implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Watchman.class.getName());
    private static final long PAUSE_MILLIS = 2000;

    private final Map<String, String> environment;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Long> epochs = new HashMap<>();
    private final Set<String> violations = new LinkedHashSet<>();
    private int looks;

    Watchman(Map<String, String> environment) {
        this.environment = environment;
        thread.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        try (Books books = Books.open(environment)) {
            violations.addAll(Inspector.rules(books, RecordRules.always()));
            for (Row row : books.ask("SELECT auction_id, epoch FROM bid_log")) {
                Long before = epochs.put(row.get(0), row.number(1));
                if (before != null && before > row.number(1)) {
                    violations.add("14 the epoch of " + row.get(0) + " fell from " + before);
                }
            }
            looks++;
        } catch (SQLException away) {
            LOG.log(Level.DEBUG, "the database is away", away);
        } catch (RuntimeException mistake) {
            violations.add("the watchman failed: " + mistake);
        }
    }

    /** What did not hold at some moment. */
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized int looks() {
        return looks;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
