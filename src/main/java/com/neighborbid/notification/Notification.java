package com.neighborbid.notification;

import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Something that a member was told of an auction; unread until the member says otherwise, and mailed at most once. */
@Entity
@Table(name = "notification")
class Notification {
    @Id
    private long id;

    @Column(name = "member_id")
    private long member;

    @Enumerated(EnumType.STRING)
    private NotificationKind kind;

    @Column(name = "auction_id")
    private long auction;

    @Column(name = "order_id")
    private @Nullable Long order;

    private String title;
    private @Nullable Long amount;

    @Enumerated(EnumType.STRING)
    private Currency currency;

    private @Nullable String reason;
    private long at;

    @Column(name = "read_at")
    private @Nullable Long readAt;

    @Column(name = "mailed_at")
    private @Nullable Long mailedAt;

    /** For JPA alone. */
    @SuppressWarnings("NullAway")
    protected Notification() {}

    Notification(long id, MemberNotice notice, AuctionTerms auction, long now) {
        this.id = id;
        this.member = notice.member();
        this.kind = NotificationKind.valueOf(notice.kind());
        this.auction = auction.id();
        this.order = notice.order();
        this.title = auction.title();
        this.amount = notice.amount();
        this.currency = auction.currency();
        this.reason = notice.reason();
        this.at = now;
    }

    /** Its mail has left. */
    void mailed(long now) {
        mailedAt = now;
    }

    /** Whether a mail of it is still to be sent. */
    boolean awaitsMail() {
        return kind.mailed() && mailedAt == null;
    }

    boolean isRead() {
        return readAt != null;
    }

    /** What it is about, where it is about an amount. */
    @Nullable
    Money money() {
        return amount == null ? null : new Money(amount, currency);
    }

    long id() {
        return id;
    }

    long member() {
        return member;
    }

    NotificationKind kind() {
        return kind;
    }

    long auction() {
        return auction;
    }

    @Nullable
    Long order() {
        return order;
    }

    String title() {
        return title;
    }

    @Nullable
    String reason() {
        return reason;
    }

    long at() {
        return at;
    }
}
