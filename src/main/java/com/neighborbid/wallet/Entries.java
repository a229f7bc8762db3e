package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
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
              WHERE account_id = a.id AND id < ? ORDER BY id DESC LIMIT ?) p
            JOIN transfer t ON t.id = p.transfer_id
            WHERE a.owner = ? AND a.kind IN ('AVAILABLE', 'HELD') AND a.currency = ANY(?)
            ORDER BY p.id DESC LIMIT ?""";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

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
    Page<Entry> newest(long member, List<Currency> currencies, long below, int limit) {
        String[] names = currencies.stream().map(Currency::name).toArray(String[]::new);
        List<Entry> found = reads.rows(Select.of(NEWEST, below, limit + 1, member, names, limit + 1), Entries::entry);
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), found.get(limit - 1).id())
                : new Page<>(found, null);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Ids.text(row.getLong("id")),
                row.getLong("at"),
                row.getString("kind"),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("account").toLowerCase(Locale.ROOT),
                row.getLong("balance_after"),
                id(row, "auction_id"),
                id(row, "order_id"));
    }

    private static @Nullable String id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : Ids.text(id);
    }
}
