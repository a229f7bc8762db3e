package com.neighborbid.wallet;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Inbox;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Payments and their effect on wallets. A payment is locked while it changes, so its money comes once. */
@ApplicationScoped
@Transactional
class Payments {
    private static final Logger LOG = System.getLogger(Payments.class.getName());
    private static final int BATCH = 20;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Wallets wallets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Inbox inbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    WalletConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** A payment and what its gateway said when it began. */
    record Begun(Payment payment, GatewayAnswer answer) {}

    /**
     * Begins a payment. A gateway that captures later (all but the sandbox) moves nothing yet.
     *
     * @throws RejectedException {@code PAYMENT_DECLINED}
     */
    Begun begin(long member, PaymentOrder order, PaymentGateway gateway) {
        long now = time.now();
        Payment payment = new Payment(Ids.next(time), member, order, now, now + config.reconcileAfterMs());
        entities.persist(payment);
        GatewayAnswer answer = gateway.begin(payment);
        if (answer.status() == PaymentStatus.DECLINED) {
            throw new RejectedException(WalletRejection.PAYMENT_DECLINED);
        }
        follow(payment, answer.status());
        return new Begun(payment, answer);
    }

    /** The member's own payment, or empty. */
    Optional<Payment> find(long member, long id) {
        return Optional.ofNullable(entities.find(Payment.class, id)).filter(payment -> payment.member() == member);
    }

    /** Takes what the gateway said about a payment; said twice it changes nothing. */
    Payment apply(long id, PaymentStatus said) {
        Payment payment = entities.find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (payment == null) {
            throw RejectedException.notFound("payment");
        }
        follow(payment, said);
        return payment;
    }

    /** Takes an event of a gateway, once. One about a payment that is not this gateway's is noted and left alone. */
    void receive(String gateway, GatewayEvent event) {
        if (!inbox.isNew("gateway:" + gateway, event.id())) {
            return;
        }
        Payment payment = entities.find(Payment.class, event.payment(), LockModeType.PESSIMISTIC_WRITE);
        if (payment == null || !payment.gateway().equals(gateway)) {
            LOG.log(Level.WARNING, "Event {0} of {1} is about no payment of it", event.id(), gateway);
            return;
        }
        follow(payment, event.status());
    }

    /** Pending payments whose gateway is to be asked now. */
    List<Payment> due() {
        return entities.createQuery("SELECT p FROM Payment p WHERE p.checkAt <= :now ORDER BY p.checkAt", Payment.class)
                .setParameter("now", time.now())
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** As {@link #apply}; a payment that is still pending will be asked about again. */
    void reconcile(long id, PaymentStatus said) {
        apply(id, said).askLater(time.now());
    }

    private void follow(Payment payment, PaymentStatus said) {
        if (payment.follow(said)) {
            entities.flush();
            wallets.topUp(payment.member(), payment);
        }
    }
}
