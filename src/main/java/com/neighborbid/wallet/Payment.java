package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A top-up through a gateway. It begins pending and follows what the gateway says: at once, on the member's confirmation,
 * by an event, or when the {@link PaymentReconciler} asks. The first time that the gateway says captured, the wallet gets
 * the money.
 */
@Entity
@Table(name = "payment")
class Payment {
    private static final long LONGEST_PAUSE_MS = Duration.ofHours(1).toMillis();
    private static final long ASKED_FOR_MS = Duration.ofDays(3).toMillis();

    @Id
    private long id;

    @Column(name = "member_id")
    private long member;

    private String gateway;
    private String method;
    private long amount;

    @Enumerated(EnumType.STRING)
    private Currency currency;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "check_at")
    private @Nullable Long checkAt;

    /** For Hibernate alone. */
    @SuppressWarnings("NullAway")
    protected Payment() {}

    Payment(long id, long member, PaymentOrder order, long now, long checkAt) {
        this.id = id;
        this.member = member;
        this.gateway = order.gateway();
        this.method = order.method();
        this.amount = order.amount().amount();
        this.currency = order.amount().currency();
        this.status = PaymentStatus.PENDING;
        this.createdAt = now;
        this.checkAt = checkAt;
    }

    /** Takes what the gateway says; true when it is captured now and was not before. */
    boolean follow(PaymentStatus said) {
        if (said == PaymentStatus.PENDING || status == PaymentStatus.CAPTURED) {
            return false;
        }
        status = said;
        checkAt = null;
        return said == PaymentStatus.CAPTURED;
    }

    /** Still pending when asked: ask again after as long as it has waited until now, in the end no more. */
    void askLater(long now) {
        long age = now - createdAt;
        checkAt = status != PaymentStatus.PENDING || age > ASKED_FOR_MS
                ? null
                : Long.valueOf(now + Math.min(Math.max(age, 1000), LONGEST_PAUSE_MS));
    }

    long id() {
        return id;
    }

    long member() {
        return member;
    }

    String gateway() {
        return gateway;
    }

    String method() {
        return method;
    }

    Money amount() {
        return new Money(amount, currency);
    }

    PaymentStatus status() {
        return status;
    }
}
