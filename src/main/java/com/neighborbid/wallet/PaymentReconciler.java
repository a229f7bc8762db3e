package com.neighborbid.wallet;

import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Asks the gateways about payments that stayed pending: an answer or an event may have been lost. */
@ApplicationScoped
class PaymentReconciler implements WorkerTask {
    private static final long PAUSE_MS = 500;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Payments payments;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Gateways gateways;

    @Override
    public String name() {
        return "payment-reconciler";
    }

    @Override
    public long turn() {
        List<Payment> due = payments.due();
        for (Payment payment : due) {
            PaymentStatus said = gateways.named(payment.gateway())
                    .map(gateway -> gateway.find(payment).status())
                    .orElse(PaymentStatus.PENDING);
            payments.reconcile(payment.id(), said);
        }
        return due.isEmpty() ? PAUSE_MS : 0;
    }
}
