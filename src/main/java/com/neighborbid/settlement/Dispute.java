package com.neighborbid.settlement;

import com.neighborbid.platform.RejectedException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That the sides of an order disagree: opened by one of them, at most once, and decided by the house for good. */
@Entity
@Table(name = "dispute")
class Dispute {
    @Id
    @Column(name = "order_id")
    private long order;

    @Column(name = "opened_by")
    private long openedBy;

    @Column(name = "opened_at")
    private long openedAt;

    @Column(name = "decided_at")
    private @Nullable Long decidedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DisputeOutcome outcome;

    @Column(name = "to_buyer")
    private @Nullable Long toBuyer;

    @Column(name = "to_seller")
    private @Nullable Long toSeller;

    private @Nullable String reason;

    /** For JPA alone. */
    @SuppressWarnings("NullAway")
    protected Dispute() {}

    Dispute(long order, long openedBy, long now) {
        this.order = order;
        this.openedBy = openedBy;
        this.openedAt = now;
    }

    /**
     * Closes it.
     *
     * @param shares what each side got, in the minor unit
     * @param words what the house tells both
     * @throws RejectedException {@code NOT_DISPUTED} when it was decided before
     */
    void decide(DisputeOutcome decision, Shares shares, String words, long now) {
        if (decidedAt != null) {
            throw new RejectedException(OrderRejection.NOT_DISPUTED);
        }
        decidedAt = now;
        outcome = decision;
        toBuyer = shares.toBuyer();
        toSeller = shares.toSeller();
        reason = words;
    }

    /** What each side of an order got of its price. */
    record Shares(long toSeller, long toBuyer) {}

    boolean isOpen() {
        return decidedAt == null;
    }

    long openedBy() {
        return openedBy;
    }

    long openedAt() {
        return openedAt;
    }

    @Nullable
    Long decidedAt() {
        return decidedAt;
    }

    @Nullable
    DisputeOutcome outcome() {
        return outcome;
    }

    @Nullable
    Long toBuyer() {
        return toBuyer;
    }

    @Nullable
    Long toSeller() {
        return toSeller;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
