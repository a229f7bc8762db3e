package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Members' money, for the other components. Every call is one transfer (or none) in the caller's transaction, or in one
 * of its own. A transaction should make one of these calls, or several for the same member: see the package.
 */
@ApplicationScoped
@Transactional
public class Wallets {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Ledger ledger;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Holds holds;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HoldReleases releases;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    /** What a member has in a currency, as it is committed: to be shown, not to decide by. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Balance balance(long member, Currency currency) {
        Map<String, Long> balances = new HashMap<>();
        reads.rows(
                Select.of(
                        "SELECT kind, balance FROM account"
                                + " WHERE owner = ? AND kind IN ('AVAILABLE', 'HELD') AND currency = ?",
                        member,
                        currency.name()),
                row -> balances.put(row.getString(1), row.getLong(2)));
        return new Balance(
                balances.getOrDefault(Account.AVAILABLE, 0L), balances.getOrDefault(Account.HELD, 0L), currency);
    }

    /**
     * Sets the member's open hold in an auction to exactly this limit: the difference comes from what is available, or
     * goes back there.
     *
     * @param limit at least 1, always of the auction's currency
     * @throws RejectedException {@code INSUFFICIENT_FUNDS}
     */
    public void hold(long member, long auction, Money limit) {
        if (limit.amount() < 1) {
            throw new IllegalArgumentException("A hold is at least 1: " + limit);
        }
        LockedAccounts locked = lock(member, limit.currency());
        Money before = holds.open(member, auction).map(Hold::amount).orElse(new Money(0, limit.currency()));
        Money more = limit.minus(before);
        if (more.amount() == 0) {
            return;
        }
        if (more.amount() > 0 && !locked.covers(Account.available(member), more)) {
            throw new RejectedException(WalletRejection.INSUFFICIENT_FUNDS);
        }
        holds.set(new Hold(member, auction, limit));
        Transfer transfer = more.amount() > 0
                ? new Transfer(TransferKind.HOLD, limit.currency())
                        .move(more, Account.available(member), Account.held(member))
                : HoldReleases.transfer(new Hold(member, auction, before.minus(limit)));
        ledger.post(locked, List.of(transfer.aboutAuction(auction)));
    }

    /** Gives the whole of a member's hold in an auction back to it; false when there is none. */
    public boolean release(long member, long auction) {
        return releases.release(auction, List.of(member)) == 1;
    }

    /** What is held of a member for an auction. */
    public Optional<Money> openHold(long member, long auction) {
        return holds.open(member, auction).map(Hold::amount);
    }

    /** All that is held for an auction, by the members' ids. */
    public List<Hold> openHolds(long auction) {
        return holds.open(auction, 0, Integer.MAX_VALUE);
    }

    /**
     * Gives back every hold that is open in an auction, some at a time, each in a transaction of its own that locks few
     * accounts and those in order. It may be called again after it was cut off, and must not be called in a transaction:
     * one that has captured the winner's hold must be committed before.
     *
     * @return how many were released
     */
    @Transactional(Transactional.TxType.NEVER)
    public int releaseAll(long auction) {
        int released = 0;
        long member = 0;
        for (List<Long> next = releases.members(auction, member); !next.isEmpty(); ) {
            released += releases.releaseInOneTransaction(auction, next);
            member = next.get(next.size() - 1);
            next = releases.members(auction, member);
        }
        return released;
    }

    /**
     * Takes the price out of the buyer's hold into the auction's escrow and gives back what was held above it. The hold
     * is over.
     *
     * @throws IllegalStateException without an open hold of at least the price
     */
    public void capture(long buyer, Sale sale) {
        Currency currency = sale.price().currency();
        LockedAccounts locked = ledger.lock(
                currency, List.of(Account.available(buyer), Account.held(buyer), Account.escrow(sale.auction())));
        Money held = holds.open(buyer, sale.auction())
                .map(Hold::amount)
                .filter(amount -> amount.amount() >= sale.price().amount())
                .orElseThrow(() -> new IllegalStateException("No hold covers " + sale));
        holds.capture(sale.auction(), buyer);
        Transfer transfer = about(sale, TransferKind.CAPTURE)
                .move(sale.price(), Account.held(buyer), Account.escrow(sale.auction()))
                .move(held.minus(sale.price()), Account.held(buyer), Account.available(buyer));
        ledger.post(locked, List.of(transfer));
    }

    /**
     * Pays the auction's escrow to the seller, less the fee.
     *
     * @param fee 0 up to the price
     * @throws IllegalStateException when the escrow does not have the price
     */
    public void payEscrow(Sale sale, long seller, Money fee) {
        pay(
                sale,
                about(sale, TransferKind.SALE)
                        .move(sale.price().minus(fee), Account.escrow(sale.auction()), Account.available(seller))
                        .move(fee, Account.escrow(sale.auction()), Account.fee(sale.auction())));
    }

    /**
     * Gives the auction's escrow back to the buyer.
     *
     * @throws IllegalStateException when the escrow does not have the price
     */
    public void refundEscrow(Sale sale, long buyer) {
        pay(
                sale,
                about(sale, TransferKind.REFUND)
                        .move(sale.price(), Account.escrow(sale.auction()), Account.available(buyer)));
    }

    /**
     * Shares the auction's escrow between both sides: the buyer gets its part, the seller the rest, less the fee.
     *
     * @param toBuyer 0 up to the price
     * @param fee 0 up to what is left of the price
     * @throws IllegalStateException when the escrow does not have the price
     */
    public void splitEscrow(Sale sale, Sides sides, Money toBuyer, Money fee) {
        Account escrow = Account.escrow(sale.auction());
        pay(
                sale,
                about(sale, TransferKind.SPLIT)
                        .move(toBuyer, escrow, Account.available(sides.buyer()))
                        .move(sale.price().minus(toBuyer).minus(fee), escrow, Account.available(sides.seller()))
                        .move(fee, escrow, Account.fee(sale.auction())));
    }

    /** Enters what a gateway took in for a member. */
    void topUp(long member, Payment payment) {
        Account gateway = Account.gateway(payment.gateway(), payment.id());
        Money amount = payment.amount();
        LockedAccounts locked = ledger.lock(amount.currency(), List.of(Account.available(member), gateway));
        Transfer transfer = new Transfer(TransferKind.TOP_UP, amount.currency())
                .move(amount, gateway, Account.available(member))
                .aboutPayment(payment.id());
        ledger.post(locked, List.of(transfer));
    }

    private void pay(Sale sale, Transfer transfer) {
        LockedAccounts locked =
                ledger.lock(transfer.currency(), transfer.amounts().keySet());
        if (!locked.covers(Account.escrow(sale.auction()), sale.price())) {
            throw new IllegalStateException("The escrow does not have the price of " + sale);
        }
        ledger.post(locked, List.of(transfer));
    }

    private LockedAccounts lock(long member, Currency currency) {
        return ledger.lock(currency, List.of(Account.available(member), Account.held(member)));
    }

    private static Transfer about(Sale sale, TransferKind kind) {
        return new Transfer(kind, sale.price().currency())
                .aboutAuction(sale.auction())
                .aboutOrder(sale.order());
    }
}
