package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {
    private final AtomicLong now = new AtomicLong();
    private final RestartBudget budget = new RestartBudget(2, Duration.ofMinutes(5), now::get);

    @Test
    void isSpentAfterSoMany() {
        assertTrue(budget.take());
        assertTrue(budget.take());
        assertFalse(budget.take());
    }

    @Test
    void growsBackWithTime() {
        budget.take();
        now.addAndGet(Duration.ofMinutes(3).toNanos());
        budget.take();
        now.addAndGet(Duration.ofMinutes(3).toNanos());

        assertTrue(budget.take(), "the first is more than five minutes ago");
        assertFalse(budget.take(), "the second is not");
    }
}
