package com.neighborbid.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A login: from its opening until it is ended or its time is over, whoever shows its token is the member, unless that is banned or gone. */
@Entity
@Table(name = "session")
class Session {
    @Id
    private long id;

    @ManyToOne
    @JoinColumn(name = "member_id")
    private Member member;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "expires_at")
    private long expiresAt;

    @Column(name = "confirmed_at")
    private @Nullable Long confirmedAt;

    /** For Hibernate alone. */
    @SuppressWarnings("NullAway")
    protected Session() {}

    Session(long id, Member member, String tokenHash, long now, long expiresAt) {
        this.id = id;
        this.member = member;
        this.tokenHash = tokenHash;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** The member has shown its password again. */
    void confirm(long now) {
        confirmedAt = now;
    }

    /** When the member last showed its password: at the login or since. */
    long confirmedAt() {
        return confirmedAt == null ? createdAt : confirmedAt;
    }

    long id() {
        return id;
    }

    long openedAt() {
        return createdAt;
    }

    long expiresAt() {
        return expiresAt;
    }
}
