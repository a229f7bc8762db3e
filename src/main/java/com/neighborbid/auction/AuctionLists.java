package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.Replica;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of auctions: one statement a page, two for a search, and then the live prices over what is recorded of those that go on. */
@ApplicationScoped
@Transactional
class AuctionLists {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LivePrices livePrices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Replica replica;

    /**
     * A page of what is asked for. The lists of one seller and of what a member watches come from the main database: whoever
     * has just offered or marked something looks there. Everybody else may see it a moment later.
     */
    Page<AuctionSummary> page(ListQuery query) {
        long now = time.now();
        ListConditions conditions = new ListConditions(query, now);
        boolean canWait = query.seller() == null && query.watchedBy() == null;
        List<Tuple> rows = canWait
                ? replica.read(entities, from -> rows(from, query, conditions))
                : rows(entities, query, conditions);
        boolean more = rows.size() > query.limit();
        List<Tuple> shown = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? cursor(shown.get(shown.size() - 1), query.sort()).text(query.sort()) : null;
        Map<Long, LivePrice> live = livePrices.of(shown.stream()
                .filter(row -> !row.get("over", Boolean.class))
                .map(row -> number(row, "id"))
                .toList());
        return new Page<>(
                shown.stream()
                        .map(row -> summary(row, live.get(number(row, "id")), now))
                        .toList(),
                next);
    }

    /** Words that many have fill a page soon. Whether these do is not known before: so that is tried first. */
    private static List<Tuple> rows(EntityManager from, ListQuery query, ListConditions conditions) {
        if (query.text() == null) {
            return ListSql.of(query, conditions).rows(from);
        }
        List<Tuple> walked = ListSql.walk(query, conditions).rows(from);
        return walked.size() > query.limit()
                ? walked
                : ListSql.byIndex(query, conditions).rows(from);
    }

    private static ListCursor cursor(Tuple last, ListSort sort) {
        return new ListCursor(
                sort.keys().stream().map(key -> last.get(key.column())).toList());
    }

    private static AuctionSummary summary(Tuple row, @Nullable LivePrice live, long now) {
        LivePrice price = live != null ? live : recorded(row);
        long opensAt = number(row, "opens_at");
        return new AuctionSummary(
                Ids.text(number(row, "id")),
                row.get("title", String.class),
                price.state().at(now, opensAt),
                price.outcome(),
                row.get("category_id", String.class),
                Currency.valueOf(row.get("currency", String.class)),
                price.price(),
                price.seq(),
                price.seq(),
                opensAt,
                price.endsAt(),
                Photos.url(row.get("thumbnail", String.class)),
                place(row),
                toTheMetre(row.get("km", Double.class)),
                new SellerView(Ids.text(number(row, "seller_id")), row.get("display_name", String.class), null));
    }

    private static @Nullable Double toTheMetre(@Nullable Double km) {
        return km == null ? null : Math.round(km * 1000) / 1000.0;
    }

    private static LivePrice recorded(Tuple row) {
        String outcome = row.get("outcome", String.class);
        return new LivePrice(
                AuctionState.valueOf(row.get("state", String.class)),
                outcome == null ? null : AuctionOutcome.valueOf(outcome),
                number(row, "price"),
                number(row, "seq"),
                number(row, "ends_at"));
    }

    private static @Nullable Place place(Tuple row) {
        Double lat = row.get("lat", Double.class);
        return lat == null ? null : new Place(lat, row.get("lng", Double.class), row.get("place", String.class));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Long.class);
    }
}
