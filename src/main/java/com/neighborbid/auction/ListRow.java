package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as it is recorded.
 *
 * @param recorded where the auction stands by its record
 * @param over whether nothing happens to it any more
 * @param listedPrice by which lists are ordered
 * @param km from where the caller looks, null where it does not say
 * @param picture a file's name, null without a photo
 */
record ListRow(
        long id,
        String title,
        String category,
        Currency currency,
        LivePrice recorded,
        long opensAt,
        boolean over,
        long listedPrice,
        @Nullable Place place,
        @Nullable Double km,
        SellerId seller,
        @Nullable String picture) {
    /** Who sells, as lists show it. */
    record SellerId(long id, String displayName) {}

    /** Of the statement that {@link ListSql} makes. */
    static ListRow of(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ListRow(
                row.getLong("id"),
                row.getString("title"),
                row.getString("category_id"),
                Currency.valueOf(row.getString("currency")),
                new LivePrice(
                        AuctionState.valueOf(row.getString("state")),
                        outcome == null ? null : AuctionOutcome.valueOf(outcome),
                        row.getLong("price"),
                        row.getLong("seq"),
                        row.getLong("ends_at")),
                row.getLong("opens_at"),
                row.getBoolean("over"),
                row.getLong("listed_price"),
                place(row),
                number(row, "km"),
                new SellerId(row.getLong("seller_id"), row.getString("display_name")),
                row.getString("thumbnail"));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        Double lat = number(row, "lat");
        return lat == null ? null : new Place(lat, row.getDouble("lng"), row.getString("place"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }
}
