package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Money;
import java.util.Map;

/**
 * Accounts of one currency, locked by the running transaction: their balances stay what they are until it posts.
 *
 * @param rows what the books say of each
 */
record LockedAccounts(Currency currency, Map<Account, Row> rows) {
    record Row(long id, long balance) {}

    long id(Account account) {
        return row(account).id;
    }

    boolean covers(Account account, Money amount) {
        return row(account).balance >= amount.amount();
    }

    private Row row(Account account) {
        Row row = rows.get(account);
        if (row == null) {
            throw new IllegalArgumentException("Not locked: " + account);
        }
        return row;
    }
}
