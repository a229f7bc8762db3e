package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Select;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of an auction for its page, with its seller and one of its photos: there is a row for each photo, the
 * first one first, or one without any.
 *
 * @param watched whether the caller watches it
 */
record AuctionRow(
        AuctionTerms terms,
        String description,
        String category,
        @Nullable String condition,
        @Nullable String incrementTable,
        @Nullable String handover,
        long createdAt,
        @Nullable Long closedAt,
        SellerView seller,
        boolean watched,
        @Nullable PhotoView photo) {
    private static final String OF_ONE = """
            SELECT a.*, m.display_name, m.rating, p.id AS photo_id, p.file, p.thumbnail, p.width, p.height,
                   EXISTS (SELECT FROM watch w WHERE w.member_id = ? AND w.auction_id = a.id) AS watched
            FROM auction a JOIN member m ON m.id = a.seller_id LEFT JOIN photo p ON p.auction_id = a.id
            WHERE a.id = ? ORDER BY p.id""";

    /** @param caller the member who asks, 0 for a guest */
    static Select select(long auction, long caller) {
        return Select.of(OF_ONE, caller, auction);
    }

    /** Of {@link #select}. */
    static AuctionRow of(ResultSet row) throws SQLException {
        return new AuctionRow(
                terms(row),
                row.getString("description"),
                row.getString("category_id"),
                row.getString("condition"),
                row.getString("increment_table"),
                row.getString("handover"),
                row.getLong("created_at"),
                row.getObject("closed_at", Long.class),
                new SellerView(
                        Ids.text(row.getLong("seller_id")),
                        row.getString("display_name"),
                        row.getObject("rating", Double.class)),
                row.getBoolean("watched"),
                photo(row));
    }

    private static AuctionTerms terms(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new AuctionTerms(
                row.getLong("id"),
                row.getLong("seller_id"),
                row.getString("title"),
                Currency.valueOf(row.getString("currency")),
                row.getLong("start_price"),
                row.getObject("reserve_price", Long.class),
                row.getString("increments"),
                row.getLong("opens_at"),
                row.getLong("ends_at"),
                row.getLong("first_ends_at"),
                row.getInt("soft_close_seconds"),
                row.getInt("soft_close_cap_seconds"),
                AuctionState.valueOf(row.getString("state")),
                outcome == null ? null : AuctionOutcome.valueOf(outcome),
                row.getLong("epoch"),
                row.getLong("price"),
                row.getLong("seq"),
                row.getObject("leader", Integer.class),
                row.getBoolean("reserve_met"),
                place(row),
                row.getObject("radius_km", Double.class));
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        String name = row.getString("place");
        return name == null ? null : new Place(row.getDouble("lat"), row.getDouble("lng"), name);
    }

    private static @Nullable PhotoView photo(ResultSet row) throws SQLException {
        String file = row.getString("file");
        return file == null
                ? null
                : Photos.view(
                        row.getLong("photo_id"),
                        file,
                        row.getString("thumbnail"),
                        row.getInt("width"),
                        row.getInt("height"));
    }
}
