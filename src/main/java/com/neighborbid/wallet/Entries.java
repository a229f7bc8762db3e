package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A member's own postings: its statement. */
@ApplicationScoped
class Entries {
    private static final String NEWEST = """
            SELECT p.id, t.at, t.kind, p.amount, t.currency, a.kind AS account, p.balance_after, t.auction_id, t.order_id
            FROM account a
            CROSS JOIN LATERAL (
              SELECT id, transfer_id, amount, balance_after FROM posting
              WHERE account_id = a.id AND id < ?3 ORDER BY id DESC LIMIT ?4) p
            JOIN transfer t ON t.id = p.transfer_id
            WHERE a.owner = ?1 AND a.kind IN ('AVAILABLE', 'HELD') AND a.currency = ANY(?2)
            ORDER BY p.id DESC LIMIT ?4""";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /**
     * One posting on one of the member's accounts.
     *
     * @param amount in the minor unit, below zero for what went out
     * @param account {@code available} or {@code held}
     * @param balance the account's, after it
     */
    public record Entry(
            String id,
            long at,
            String kind,
            long amount,
            String currency,
            String account,
            long balance,
            @Nullable String auction,
            @Nullable String order) {}

    /**
     * A page of the statement, newest first.
     *
     * @param below the last posting's id of the page before
     */
    @Transactional
    Page<Entry> newest(long member, List<Currency> currencies, long below, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(NEWEST)
                .setParameter(1, member)
                .setParameter(2, currencies.stream().map(Currency::name).toArray(String[]::new))
                .setParameter(3, below)
                .setParameter(4, limit + 1)
                .getResultList();
        List<Entry> entries = rows.stream().limit(limit).map(Entries::entry).toList();
        return new Page<>(entries, rows.size() > limit ? entries.get(limit - 1).id() : null);
    }

    private static Entry entry(@Nullable Object[] row) {
        return new Entry(
                Ids.text(number(row[0])),
                number(row[1]),
                String.valueOf(row[2]),
                number(row[3]),
                String.valueOf(row[4]),
                String.valueOf(row[5]).toLowerCase(Locale.ROOT),
                number(row[6]),
                id(row[7]),
                id(row[8]));
    }

    private static long number(@Nullable Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }

    private static @Nullable String id(@Nullable Object column) {
        return column instanceof Number number ? Ids.text(number.longValue()) : null;
    }
}
