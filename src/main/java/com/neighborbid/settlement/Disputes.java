package com.neighborbid.settlement;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Outbox;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import com.neighborbid.wallet.Sides;
import com.neighborbid.wallet.Wallets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders whose sides disagree. Either side opens a dispute while the price is in escrow, both say what they have to say,
 * and the house decides once. Each call is a transaction, and the order's row is locked in those that change something.
 */
@ApplicationScoped
@Transactional
public class Disputes {
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
    SettlementConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * One side disputes the order; the other is told.
     *
     * @throws RejectedException {@code NOT_FOUND} for whoever is neither side, {@code ALREADY_DISPUTED}, {@code
     *     NOT_IN_ESCROW}
     */
    Order open(long member, long id, String reason) {
        Order order = Orders.visible(member, locked(id));
        order.freeze();
        entities.persist(new Dispute(id, member, time.now()));
        keep(order, member, reason);
        long other = order.buyer() == member ? order.seller() : order.buyer();
        tell("DISPUTED", other, order, order.sale().price().amount(), null);
        return order;
    }

    /**
     * A side says more.
     *
     * @throws RejectedException {@code NOT_FOUND} for whoever is neither side, {@code NOT_DISPUTED}, {@code ENOUGH_SAID}
     */
    Order say(long member, long id, String text) {
        Order order = Orders.visible(member, locked(id));
        if (order.status() != OrderStatus.DISPUTED) {
            throw new RejectedException(OrderRejection.NOT_DISPUTED);
        }
        if (statements(id).size() >= config.statementsMost()) {
            throw new RejectedException(OrderRejection.ENOUGH_SAID);
        }
        keep(order, member, text);
        return order;
    }

    /** What there is about an order, if it was ever disputed. */
    Optional<DisputeView> of(long order) {
        List<@Nullable Object[]> rows = entities.createQuery(
                        "SELECT d, s FROM Dispute d LEFT JOIN DisputeStatement s ON s.order = d.order"
                                + " WHERE d.order = :order ORDER BY s.id",
                        Object[].class)
                .setParameter("order", order)
                .getResultList();
        List<Statement> said = rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> (Statement) row[1])
                .toList();
        return rows.stream().findFirst().map(row -> DisputeView.of((Dispute) row[0], said));
    }

    /**
     * The house decides: the escrow leaves to one side or to both, and both are told.
     *
     * @param toBuyer of {@code SPLIT}, what the buyer gets, 1 up to one less than the price; else not looked at
     * @param reason the house's words, which both sides read
     * @throws RejectedException {@code NOT_FOUND}, {@code NOT_DISPUTED}, {@code INVALID} for a part that is none
     */
    public void decide(long id, DisputeOutcome outcome, long toBuyer, String reason) {
        Order order = locked(id);
        Dispute dispute = entities.find(Dispute.class, id);
        if (order == null) {
            throw RejectedException.notFound("order");
        }
        if (dispute == null || order.status() != OrderStatus.DISPUTED) {
            throw new RejectedException(OrderRejection.NOT_DISPUTED);
        }
        long price = order.sale().price().amount();
        if (outcome == DisputeOutcome.SPLIT && (toBuyer < 1 || toBuyer >= price)) {
            throw RejectedException.invalid("toBuyer", "must be an integer from 1 to " + (price - 1));
        }
        long back = switch (outcome) {
            case SELLER -> 0;
            case BUYER -> price;
            case SPLIT -> toBuyer;
        };
        order.award(back, time.now());
        long paid = pay(order, outcome, back);
        dispute.decide(outcome, new Dispute.Shares(paid, back), reason, time.now());
        tell("DECIDED", order.buyer(), order, outcome == DisputeOutcome.SELLER ? paid : back, outcome);
        tell("DECIDED", order.seller(), order, outcome == DisputeOutcome.BUYER ? back : paid, outcome);
    }

    /** Moves the money and answers what the seller got of it. */
    private long pay(Order order, DisputeOutcome outcome, long back) {
        if (outcome == DisputeOutcome.BUYER) {
            wallets.refundEscrow(order.sale(), order.buyer());
            return 0;
        }
        Money price = order.sale().price();
        Money toBuyer = new Money(back, price.currency());
        if (outcome == DisputeOutcome.SELLER) {
            wallets.payEscrow(order.sale(), order.seller(), order.fee());
        } else {
            wallets.splitEscrow(order.sale(), new Sides(order.seller(), order.buyer()), toBuyer, order.fee());
        }
        return price.minus(toBuyer).minus(order.fee()).amount();
    }

    private void keep(Order order, long member, String text) {
        entities.persist(new Statement(Ids.next(time), order.id(), member, text, time.now()));
    }

    private List<Statement> statements(long order) {
        return entities.createQuery(
                        "SELECT s FROM DisputeStatement s WHERE s.order = :order ORDER BY s.id", Statement.class)
                .setParameter("order", order)
                .getResultList();
    }

    private void tell(String kind, long member, Order order, long amount, @Nullable DisputeOutcome outcome) {
        String reason = outcome == null ? null : outcome.name();
        outbox.add(
                MemberNotice.QUEUE, new MemberNotice(kind, member, order.auction(), order.id(), amount, reason).json());
    }

    private @Nullable Order locked(long id) {
        return entities.find(Order.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
