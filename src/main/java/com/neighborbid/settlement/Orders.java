package com.neighborbid.settlement;

import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Outbox;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import com.neighborbid.wallet.Wallets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders that sales made, and the way of their escrow to the seller. Each call is a transaction. */
@ApplicationScoped
@Transactional
public class Orders {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Wallets wallets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Disputes disputes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    /** Orders that the member bought or sold in, newest first, from below an id. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    List<Order> newest(long member, long below, int most) {
        return reads.with(from -> from.createQuery(
                        "SELECT o FROM AuctionOrder o WHERE (o.buyer = :member OR o.seller = :member) AND o.id < :below"
                                + " ORDER BY o.id DESC",
                        Order.class)
                .setParameter("member", member)
                .setParameter("below", below)
                .setMaxResults(most)
                .getResultList());
    }

    /** @throws RejectedException {@code NOT_FOUND} for whoever is neither its buyer nor its seller */
    Order of(long member, long id) {
        return visible(member, entities.find(Order.class, id));
    }

    /**
     * The buyer has the lot: the seller is paid.
     *
     * @throws RejectedException {@code NOT_FOUND}, {@code NOT_THE_BUYER} for the seller, {@code NOT_IN_ESCROW}
     */
    Order receive(long member, long id) {
        Order order = visible(member, locked(id));
        if (order.buyer() != member) {
            throw new RejectedException(OrderRejection.NOT_THE_BUYER);
        }
        release(order);
        return order;
    }

    /** Orders whose escrow should be released by now, the longest due first. */
    List<Long> due(int most) {
        return entities.createQuery(
                        "SELECT o.id FROM AuctionOrder o WHERE o.status = :waiting AND o.releaseAt <= :now"
                                + " ORDER BY o.releaseAt",
                        Long.class)
                .setParameter("waiting", OrderStatus.HELD_IN_ESCROW)
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList();
    }

    /** Pays the seller if the order is still due: the buyer may have been faster. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void releaseIfDue(long id) {
        Order order = locked(id);
        if (order != null && order.isDue(time.now())) {
            release(order);
        }
    }

    /**
     * The house gives the escrow back to the buyer; both sides are told. A dispute about it is decided with that.
     *
     * @param reason the house's words
     * @throws RejectedException {@code NOT_FOUND}, {@code NOT_IN_ESCROW}
     */
    public void refund(long id, String reason) {
        Order order = locked(id);
        if (order == null) {
            throw RejectedException.notFound("order");
        }
        if (order.status() == OrderStatus.DISPUTED) {
            disputes.decide(id, DisputeOutcome.BUYER, 0, reason);
            return;
        }
        order.refund();
        wallets.refundEscrow(order.sale(), order.buyer());
        long price = order.sale().price().amount();
        for (long side : new long[] {order.buyer(), order.seller()}) {
            outbox.add(
                    MemberNotice.QUEUE,
                    new MemberNotice("REFUNDED", side, order.auction(), order.id(), price, null).json());
        }
    }

    private void release(Order order) {
        order.release(time.now());
        wallets.payEscrow(order.sale(), order.seller(), order.fee());
        long paid = order.sale().price().minus(order.fee()).amount();
        outbox.add(
                MemberNotice.QUEUE,
                new MemberNotice("PAID", order.seller(), order.auction(), order.id(), paid, null).json());
    }

    private @Nullable Order locked(long id) {
        return entities.find(Order.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    static Order visible(long member, @Nullable Order order) {
        if (order == null || !order.isOf(member)) {
            throw RejectedException.notFound("order");
        }
        return order;
    }
}
