package com.neighborbid.settlement;

import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.wallet.Sale;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A sale between a seller and the buyer who won. It begins with the price in escrow; that goes to the seller when the
 * buyer says that it has the lot, or when the time for that is over. Either side may dispute it before: then it stays
 * until the house decides who gets it.
 */
@Entity(name = "AuctionOrder")
@Table(name = "auction_order")
class Order {
    @Id
    private long id;

    @Column(name = "auction_id")
    private long auction;

    @Column(name = "seller_id")
    private long seller;

    @Column(name = "buyer_id")
    private long buyer;

    private String title;
    private long price;
    private long fee;

    @Enumerated(EnumType.STRING)
    private Currency currency;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "release_at")
    private long releaseAt;

    @Column(name = "released_at")
    private @Nullable Long releasedAt;

    /** For JPA alone. */
    @SuppressWarnings("NullAway")
    protected Order() {}

    /** The order of a sold auction, its price about to be in escrow. */
    Order(long id, AuctionTerms auction, long buyer, Money price, SettlementConfig config, long now) {
        this.id = id;
        this.auction = auction.id();
        this.seller = auction.seller();
        this.buyer = buyer;
        this.title = auction.title();
        this.price = price.amount();
        this.fee = config.fee(price).amount();
        this.currency = price.currency();
        this.status = OrderStatus.HELD_IN_ESCROW;
        this.createdAt = now;
        this.releaseAt = config.releaseAt(now);
    }

    /**
     * The escrow is over: the seller is to be paid.
     *
     * @throws RejectedException {@code NOT_IN_ESCROW}
     */
    void release(long now) {
        if (status != OrderStatus.HELD_IN_ESCROW) {
            throw new RejectedException(OrderRejection.NOT_IN_ESCROW);
        }
        status = OrderStatus.RELEASED;
        releasedAt = now;
    }

    /**
     * The house decides for the buyer, while the money is still in escrow.
     *
     * @throws RejectedException {@code NOT_IN_ESCROW}
     */
    void refund() {
        if (status != OrderStatus.HELD_IN_ESCROW) {
            throw new RejectedException(OrderRejection.NOT_IN_ESCROW);
        }
        status = OrderStatus.REFUNDED;
    }

    /**
     * One side disagrees: the escrow stays until the house decides.
     *
     * @throws RejectedException {@code ALREADY_DISPUTED}, {@code NOT_IN_ESCROW}
     */
    void freeze() {
        if (status == OrderStatus.DISPUTED) {
            throw new RejectedException(OrderRejection.ALREADY_DISPUTED);
        }
        if (status != OrderStatus.HELD_IN_ESCROW) {
            throw new RejectedException(OrderRejection.NOT_IN_ESCROW);
        }
        status = OrderStatus.DISPUTED;
    }

    /**
     * The house has decided the dispute. Of what the buyer gets back the house takes no fee.
     *
     * @param toBuyer 0 for nothing, up to the whole price
     * @throws RejectedException {@code NOT_DISPUTED}
     */
    void award(long toBuyer, long now) {
        if (status != OrderStatus.DISPUTED) {
            throw new RejectedException(OrderRejection.NOT_DISPUTED);
        }
        if (toBuyer == price) {
            status = OrderStatus.REFUNDED;
            return;
        }
        status = OrderStatus.RELEASED;
        releasedAt = now;
        fee = BigInteger.valueOf(fee)
                .multiply(BigInteger.valueOf(price - toBuyer))
                .divide(BigInteger.valueOf(price))
                .longValueExact();
    }

    /** Whether the time for the buyer's word is over and nothing else has happened. */
    boolean isDue(long now) {
        return status == OrderStatus.HELD_IN_ESCROW && releaseAt <= now;
    }

    boolean isOf(long member) {
        return seller == member || buyer == member;
    }

    /** The sale as the books know it. */
    Sale sale() {
        return new Sale(auction, id, new Money(price, currency));
    }

    Money fee() {
        return new Money(fee, currency);
    }

    long id() {
        return id;
    }

    long auction() {
        return auction;
    }

    long seller() {
        return seller;
    }

    long buyer() {
        return buyer;
    }

    String title() {
        return title;
    }

    OrderStatus status() {
        return status;
    }

    long createdAt() {
        return createdAt;
    }

    long releaseAt() {
        return releaseAt;
    }

    @Nullable
    Long releasedAt() {
        return releasedAt;
    }
}
