package com.neighborbid.member;

import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Members that leave for good. Who they were is erased: name, address, neighbourhood, what they said, what they were
 * told. What they did stays under their id: books, orders, and the logs that anyone can check.
 */
@ApplicationScoped
public class Erasures {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ErasureSteps steps;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    /**
     * Erases a member that wishes it, or on an admin's decision.
     *
     * @throws RejectedException {@code NOT_FOUND} also for one that is erased, {@code ADMIN_STAYS}; {@code
     *     MONEY_IN_WALLET}, {@code HOLD_OPEN}, {@code PAYMENT_PENDING}, {@code AUCTION_RUNNING}, {@code ORDER_OPEN} while
     *     something is under way
     */
    public void erase(long member) {
        steps.erase(member).forEach(sessions::announceEnd);
    }
}
