package com.neighborbid.operations;

import com.neighborbid.wallet.TrialBalance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down when the books are known not to balance. It tells the last trial balance: a slow or lost database makes the
 * figures old, not the node unready.
 */
@ApplicationScoped
@Readiness
public class LedgerCheck implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Books books;

    @Override
    public HealthCheckResponse call() {
        TrialBalance.Sheet sheet = books.latest();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("ledger");
        if (sheet == null) {
            return response.up().withData("at", 0).build();
        }
        response.status(sheet.balances()).withData("at", sheet.at());
        for (TrialBalance.Line line : sheet.lines()) {
            response.withData(line.currency() + " sum", line.sum())
                    .withData(line.currency() + " held", line.held())
                    .withData(line.currency() + " open holds", line.openHolds());
        }
        return response.build();
    }
}
