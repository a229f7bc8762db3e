package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money between accounts, all or nothing, about to be entered in the books. Its amounts always sum to zero,
 * since it is made of moves from one account to another.
 */
final class Transfer {
    private final TransferKind kind;
    private final Currency currency;
    private final Map<Account, Long> amounts = new LinkedHashMap<>();
    private @Nullable Long auction;
    private @Nullable Long order;
    private @Nullable Long payment;

    Transfer(TransferKind kind, Currency currency) {
        this.kind = kind;
        this.currency = currency;
    }

    Transfer aboutAuction(long id) {
        auction = id;
        return this;
    }

    Transfer aboutOrder(long id) {
        order = id;
        return this;
    }

    Transfer aboutPayment(long id) {
        payment = id;
        return this;
    }

    /** Moves an amount, 0 or more, of the transfer's currency. */
    Transfer move(Money money, Account from, Account to) {
        if (money.currency() != currency || money.amount() < 0) {
            throw new IllegalArgumentException("Not an amount of " + currency + ": " + money);
        }
        if (money.amount() > 0) {
            amounts.merge(from, -money.amount(), Math::addExact);
            amounts.merge(to, money.amount(), Math::addExact);
        }
        return this;
    }

    TransferKind kind() {
        return kind;
    }

    Currency currency() {
        return currency;
    }

    /** The postings: what is added to each account. */
    Map<Account, Long> amounts() {
        return amounts;
    }

    @Nullable
    Long auction() {
        return auction;
    }

    @Nullable
    Long order() {
        return order;
    }

    @Nullable
    Long payment() {
        return payment;
    }
}
