package com.neighborbid.moderation;

import com.neighborbid.platform.RejectedException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A thing that one or more members reported; decided once. Reported again afterwards, it is another case. */
@Entity
@Table(name = "report_case")
public class ReportCase {
    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    @Column(name = "thing_id")
    private long thing;

    @Column(name = "auction_id")
    private long auction;

    @Column(name = "member_id")
    private long member;

    @Column(name = "opened_at")
    private long openedAt;

    @Column(name = "decided_at")
    private @Nullable Long decidedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ReportOutcome outcome;

    /** For JPA alone. */
    @SuppressWarnings("NullAway")
    protected ReportCase() {}

    /** @throws RejectedException {@code ALREADY_DECIDED} */
    void decide(ReportOutcome decision, long now) {
        checkOpen();
        outcome = decision;
        decidedAt = now;
    }

    /** @throws RejectedException {@code ALREADY_DECIDED} */
    void checkOpen() {
        if (decidedAt != null) {
            throw new RejectedException(ReportRejection.ALREADY_DECIDED);
        }
    }

    public long id() {
        return id;
    }

    public ReportKind kind() {
        return kind;
    }

    /** The auction, the line or the member itself. */
    public long thing() {
        return thing;
    }

    /** Where it was met. */
    public long auction() {
        return auction;
    }

    /** Whose doing it is: the seller, the speaker, or the member itself. */
    public long member() {
        return member;
    }
}
