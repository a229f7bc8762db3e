package com.neighborbid.operations;

import com.neighborbid.bidding.RelayFigures;
import com.neighborbid.platform.DeadLetters;
import com.neighborbid.platform.NodeBoard;
import com.neighborbid.platform.QueueDepths;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the engines how they are, every two seconds, and leaves the answers for all nodes. Every worker does it. */
@ApplicationScoped
class HouseSampler implements WorkerTask {
    /** Where the answers are left. */
    static final String TOPIC = "house";

    private static final Logger LOG = System.getLogger(HouseSampler.class.getName());
    private static final long TURN_MS = 2000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RelayFigures relay;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DatabaseFigures database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeadLetters deadLetters;

    @Inject
    @SuppressWarnings("NullAway.Init")
    QueueDepths queues;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Books books;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NodeBoard board;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private volatile @Nullable HouseFigures last;

    /** The last answers of this node; null before the first, and on a node that is no worker. */
    @Nullable
    HouseFigures last() {
        return last;
    }

    @Override
    public String name() {
        return "house-figures";
    }

    @Override
    public long turn() {
        Long letters = ask("the broker", deadLetters::count);
        Map<String, Long> waiting = ask("the queues", queues::read);
        HouseFigures figures = new HouseFigures(
                time.now(),
                ask("the relay", relay::read),
                ask("Redis", redis::figures),
                ask("PostgreSQL", database::read),
                letters != null,
                letters == null ? -1 : letters,
                waiting == null ? Map.of() : waiting,
                books.latest());
        last = figures;
        ask("the board", () -> {
            board.write(TOPIC, figures.json().toString());
            return "written";
        });
        return TURN_MS;
    }

    /** An engine that is away is a figure, too. */
    private static <T> @Nullable T ask(String whom, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "No figures of " + whom, e);
            return null;
        }
    }
}
