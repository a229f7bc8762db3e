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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The last trial balance. A new one is made aside when that is older than ten seconds and somebody asks; where adding up
 * takes long, less often, so that it costs no more than a hundredth of a processor.
 */
@ApplicationScoped
class Books {
    private static final Logger LOG = System.getLogger(Books.class.getName());
    private static final long FRESH_MS = 10_000;
    private static final int RESTS = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private TrialBalance books;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    /** Not a gauge by annotation: health checks ask before the application has a registry, and would fail. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Instance<MetricRegistry> metrics;

    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile TrialBalance.@Nullable Sheet last;
    private volatile long freshMs = FRESH_MS;

    /** The last trial balance, null before the first. */
    TrialBalance.@Nullable Sheet latest() {
        TrialBalance.Sheet sheet = last;
        boolean old = sheet == null || time.now() - sheet.at() > freshMs;
        if (old && asking.compareAndSet(false, true)) {
            executor.execute(this::ask);
        }
        return sheet;
    }

    /** By how much the books are wrong, over all currencies, in minor units: 0. */
    private long imbalance() {
        TrialBalance.Sheet sheet = latest();
        return sheet == null ? 0 : HouseFigures.imbalance(sheet);
    }

    private void ask() {
        try {
            long began = time.ticks();
            TrialBalance.Sheet sheet = books.balances();
            freshMs = Math.max(FRESH_MS, TimeUnit.NANOSECONDS.toMillis(time.ticks() - began) * RESTS);
            last = sheet;
            metrics.get()
                    .gauge(
                            Metadata.builder()
                                    .withName("nb_ledger_imbalance")
                                    .withDescription("By how much the books are wrong, in minor units")
                                    .build(),
                            this::imbalance);
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
