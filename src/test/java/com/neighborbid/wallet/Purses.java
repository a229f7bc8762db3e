package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Members with money, for tests inside the container. */
@ApplicationScoped
@Transactional
public class Purses {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Wallets wallets;

    @Inject
    private Time time;

    /** Runs the work in one transaction of the container. */
    public void inOneTransaction(Runnable work) {
        work.run();
    }

    /** A new member who has topped up so much. */
    public long memberWith(long won) {
        long member = Ids.next(time);
        entities.createNativeQuery("INSERT INTO member (id, email, email_key, password_hash, display_name, locale,"
                        + " created_at) VALUES (?1, ?2, ?2, 'x', 'Mina', 'ko', 0)")
                .setParameter(1, member)
                .setParameter(2, Ids.text(member) + "@example.com")
                .executeUpdate();
        PaymentOrder order = new PaymentOrder(new Money(won, Currency.KRW), "sandbox", "card_ok");
        Payment payment = new Payment(Ids.next(time), member, order, time.now(), 0);
        payment.follow(PaymentStatus.CAPTURED);
        entities.persist(payment);
        wallets.topUp(member, payment);
        return member;
    }
}
