package com.neighborbid.operations;

import com.neighborbid.platform.Time;
import com.neighborbid.wallet.TrialBalance;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Down when the books are known not to balance. It tells the last trial balance, and has a new one made beside it when
 * that is older than ten seconds: a slow or lost database makes the figures old, not the node unready.
 */
@ApplicationScoped
@Readiness
public class LedgerCheck implements HealthCheck {
    private static final Logger LOG = System.getLogger(LedgerCheck.class.getName());
    private static final long FRESH_MS = 10_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private TrialBalance books;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    /** Not a gauge by annotation: the check is asked before the application has a registry, and would fail. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Instance<MetricRegistry> metrics;

    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile TrialBalance.@Nullable Sheet last;

    @Override
    public HealthCheckResponse call() {
        TrialBalance.Sheet sheet = latest();
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

    /** By how much the books are wrong, over all currencies, in minor units: 0. */
    private long imbalance() {
        TrialBalance.Sheet sheet = latest();
        return sheet == null
                ? 0
                : sheet.lines().stream()
                        .mapToLong(line -> Math.abs(line.sum()) + Math.abs(line.held() - line.openHolds()))
                        .sum();
    }

    private TrialBalance.@Nullable Sheet latest() {
        TrialBalance.Sheet sheet = last;
        boolean old = sheet == null || time.now() - sheet.at() > FRESH_MS;
        if (old && asking.compareAndSet(false, true)) {
            executor.execute(this::ask);
        }
        return sheet;
    }

    private void ask() {
        try {
            TrialBalance.Sheet sheet = books.balances();
            last = sheet;
            metrics.get().gauge("nb_ledger_imbalance", this::imbalance);
            if (!sheet.balances()) {
                LOG.log(Level.ERROR, "The books do not balance: {0}", sheet);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "No trial balance: {0}", e.toString());
        } finally {
            asking.set(false);
        }
    }
}
