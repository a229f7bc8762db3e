package com.neighborbid.auction;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of auctions: one statement a page, two for a search, and then the live prices over what is recorded of those that go on. */
@ApplicationScoped
class AuctionLists {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LivePrices livePrices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    /**
     * A page of what is asked for. The lists of one seller and of what a member watches come from the main database: whoever
     * has just offered or marked something looks there. Everybody else may see it a moment later.
     */
    Page<AuctionSummary> page(ListQuery query) {
        long now = time.now();
        ListConditions conditions = new ListConditions(query, now);
        boolean canWait = query.seller() == null && query.watchedBy() == null;
        List<ListRow> rows = rows(query, conditions, canWait);
        boolean more = rows.size() > query.limit();
        List<ListRow> shown = more ? rows.subList(0, query.limit()) : rows;
        String next = more ? cursor(shown.get(shown.size() - 1), query.sort()).text(query.sort()) : null;
        Map<Long, LivePrice> live = livePrices.of(
                shown.stream().filter(row -> !row.over()).map(ListRow::id).toList());
        return new Page<>(
                shown.stream()
                        .map(row -> summary(row, live.getOrDefault(row.id(), row.recorded()), now))
                        .toList(),
                next);
    }

    /** Words that many have fill a page soon. Whether these do is not known before: so that is tried first. */
    private List<ListRow> rows(ListQuery query, ListConditions conditions, boolean canWait) {
        if (query.text() == null) {
            return rows(ListSql.of(query, conditions), canWait);
        }
        List<ListRow> walked = rows(ListSql.walk(query, conditions), canWait);
        return walked.size() > query.limit() ? walked : rows(ListSql.byIndex(query, conditions), canWait);
    }

    private List<ListRow> rows(ListSql sql, boolean canWait) {
        return canWait ? reads.rowsThatCanWait(sql.select(), ListRow::of) : reads.rows(sql.select(), ListRow::of);
    }

    private static ListCursor cursor(ListRow last, ListSort sort) {
        return new ListCursor(sort.keys().stream().map(key -> key.of(last)).toList());
    }

    private static AuctionSummary summary(ListRow row, LivePrice price, long now) {
        return new AuctionSummary(
                Ids.text(row.id()),
                row.title(),
                price.state().at(now, row.opensAt()),
                price.outcome(),
                row.category(),
                row.currency(),
                price.price(),
                price.seq(),
                price.seq(),
                row.opensAt(),
                price.endsAt(),
                Photos.url(row.picture()),
                row.place(),
                toTheMetre(row.km()),
                new SellerView(Ids.text(row.seller().id()), row.seller().displayName(), null));
    }

    private static @Nullable Double toTheMetre(@Nullable Double km) {
        return km == null ? null : Math.round(km * 1000) / 1000.0;
    }
}
