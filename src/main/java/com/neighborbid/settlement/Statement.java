package com.neighborbid.settlement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one side of a dispute has to say; never changed. */
@Entity(name = "DisputeStatement")
@Table(name = "dispute_statement")
class Statement {
    @Id
    private long id;

    @Column(name = "order_id")
    private long order;

    @Column(name = "member_id")
    private long member;

    private String text;
    private long at;

    /** For JPA alone. */
    @SuppressWarnings("NullAway")
    protected Statement() {}

    Statement(long id, long order, long member, String text, long now) {
        this.id = id;
        this.order = order;
        this.member = member;
        this.text = text;
        this.at = now;
    }

    long member() {
        return member;
    }

    String text() {
        return text;
    }

    long at() {
        return at;
    }
}
