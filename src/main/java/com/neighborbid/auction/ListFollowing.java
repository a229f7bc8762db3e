package com.neighborbid.auction;

import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Brings the prices by which lists are ordered up to those that are recorded, every five seconds, and the texts of what goes
 * on every minute.
 */
@ApplicationScoped
class ListFollowing implements WorkerTask {
    private static final long PAUSE_MS = 5000;
    private static final long TEXTS_MS = 60_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ListRows rows;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private long textsAt;

    @Override
    public String name() {
        return "list-following";
    }

    @Override
    public long turn() {
        boolean more = rows.follow();
        if (time.now() >= textsAt) {
            textsAt = rows.followTexts() ? 0 : time.now() + TEXTS_MS;
            more |= textsAt == 0;
        }
        return more ? 0 : PAUSE_MS;
    }
}
