package com.neighborbid.settlement;

import com.neighborbid.platform.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as both sides see it. Amounts in the minor unit, times in milliseconds since the epoch; what the house
 * decided is absent until then.
 *
 * @param openedBy public id of the member
 * @param outcome SELLER, BUYER or SPLIT
 * @param reason the house's words
 */
public record DisputeView(
        String openedBy,
        long openedAt,
        List<StatementView> statements,
        @Nullable Long decidedAt,
        @Nullable String outcome,
        @Nullable Long toBuyer,
        @Nullable Long toSeller,
        @Nullable String reason) {
    /** What one side said; {@code by} is its public id. */
    public record StatementView(String by, String text, long at) {}

    static DisputeView of(Dispute dispute, List<Statement> statements) {
        DisputeOutcome outcome = dispute.outcome();
        return new DisputeView(
                Ids.text(dispute.openedBy()),
                dispute.openedAt(),
                statements.stream()
                        .map(said -> new StatementView(Ids.text(said.member()), said.text(), said.at()))
                        .toList(),
                dispute.decidedAt(),
                outcome == null ? null : outcome.name(),
                dispute.toBuyer(),
                dispute.toSeller(),
                dispute.reason());
    }
}
