package com.neighborbid.auction;

import com.neighborbid.platform.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statement behind a page of a list. It first finds the page's rows by one index and then what is shown of them
 * beside; src/docs/queries.md has the plans.
 */
final class ListSql {
    /** The bounds of rings around the caller, in km: the nearest are looked for in the smallest circle first. */
    private static final double[] RINGS_KM = {0.5, 2, 8, 32, 128, 20_040};

    private static final String PAGE = """
            SELECT a.id, a.title, a.state, a.outcome, a.category_id, a.currency, a.price, a.seq, a.opens_at, a.ends_at,
                   a.over, a.listed_price, a.lat, a.lng, a.place, a.km, a.seller_id, m.display_name,
                   coalesce(p.thumbnail, p.file) AS thumbnail
            FROM (%s) a
            JOIN member m ON m.id = a.seller_id
            LEFT JOIN LATERAL (SELECT file, thumbnail FROM photo WHERE auction_id = a.id ORDER BY id LIMIT 1) p ON true
            ORDER BY %s
            """;
    private static final String FOUND =
            "SELECT * FROM (SELECT auction.*, %s AS km FROM auction) a WHERE %s ORDER BY %s LIMIT :rows";
    /** An order that begins with no index's first column: each half is read in its own, and they are merged. */
    private static final String HALVES = "SELECT * FROM ((%s) UNION ALL (%s)) a ORDER BY %s LIMIT :rows";
    /** Ring by ring, each only if those within it have too few. */
    private static final String RINGS = """
            SELECT a.* FROM unnest(CAST(:inner AS double precision[]), CAST(:outer AS double precision[]),
                                   CAST(:wests AS double precision[]), CAST(:souths AS double precision[]),
                                   CAST(:easts AS double precision[]), CAST(:norths AS double precision[]))
                            AS ring (least, most, west, south, east, north)
            CROSS JOIN LATERAL (
              SELECT * FROM (SELECT auction.*, distance_km(auction.lat, auction.lng, :lat, :lng) AS km FROM auction) a
              WHERE point(a.lng, a.lat) <@ box(point(ring.west, ring.south), point(ring.east, ring.north))
                AND a.km > ring.least AND a.km <= ring.most AND %s ORDER BY %s LIMIT :rows) a
            LIMIT :rows""";

    /** Of the first of a list, in their order, those that have the words. */
    private static final String WALKED = "SELECT * FROM (%s) a WHERE %s ORDER BY %s LIMIT :rows";

    /**
     * How far a list is walked for words before the index is asked: that is the better way only where fewer than one in a
     * hundred has them, since it knows pairs, not words, and sorts all that it finds.
     */
    private static final int WALK = 2000;

    /** The same for what goes on, of which there is a sixteenth: fewer than one in fifteen. */
    private static final int SHORT_WALK = 300;

    private final ListQuery query;
    private final String found;
    private final Map<String, Object> parameters;

    private ListSql(ListQuery query, ListConditions conditions, String found) {
        this.query = query;
        this.found = found;
        this.parameters = new HashMap<>(conditions.parameters());
        Near near = query.near();
        if (near != null && query.sort() == ListSort.DISTANCE) {
            parameters.putAll(rings(near, query.after()));
        }
    }

    /** A page of a list without words. */
    static ListSql of(ListQuery query, ListConditions conditions) {
        return new ListSql(query, conditions, found(query, conditions.sql()));
    }

    /** A page of a search, found among the first {@link #WALK} of the list: of words that many have. */
    static ListSql walk(ListQuery query, ListConditions conditions) {
        int most = conditions.asksFew() ? SHORT_WALK : WALK;
        String first = found(query, conditions.sql()).replace(":rows", Integer.toString(most));
        String order = query.sort().orderBy();
        return new ListSql(query, conditions, WALKED.formatted(first, conditions.words(), order));
    }

    /** The same, of words that few have: they are found first and then put in order. */
    static ListSql byIndex(ListQuery query, ListConditions conditions) {
        String all = conditions.sql() + " AND " + conditions.wordsByIndex();
        return new ListSql(
                query, conditions, FOUND.formatted(km(query), all, query.sort().orderBy()));
    }

    /** How many rows stands in the text: not knowing it, PostgreSQL makes no plan that is good for every page. */
    Select select() {
        String page =
                PAGE.formatted(found, query.sort().orderBy()).replace(":rows", Integer.toString(query.limit() + 1));
        return Select.named(page, parameters);
    }

    private static String km(ListQuery query) {
        return query.near() == null
                ? "CAST(NULL AS double precision)"
                : "distance_km(auction.lat, auction.lng, :lat, :lng)";
    }

    private static String found(ListQuery query, String conditions) {
        String order = query.sort().orderBy();
        if (query.sort() == ListSort.DISTANCE) {
            return RINGS.formatted(conditions, order);
        }
        if (query.sort() == ListSort.PRICE && query.state() == null) {
            return HALVES.formatted(
                    FOUND.formatted(km(query), "NOT a.over AND " + conditions, order),
                    FOUND.formatted(km(query), "a.over AND " + conditions, order),
                    order);
        }
        return FOUND.formatted(km(query), conditions, order);
    }

    private static Map<String, Object> rings(Near near, @Nullable ListCursor after) {
        double from = after == null ? -1 : (Double) after.keys().get(0);
        List<Double> inner = new ArrayList<>();
        List<Double> outer = new ArrayList<>();
        List<Near.Box> boxes = new ArrayList<>();
        double least = -1;
        for (double most : RINGS_KM) {
            if (most >= from) {
                inner.add(least);
                outer.add(most);
                boxes.add(near.box(most));
            }
            least = most;
        }
        return Map.of(
                "inner", inner.toArray(Double[]::new),
                "outer", outer.toArray(Double[]::new),
                "wests", boxes.stream().map(Near.Box::west).toArray(Double[]::new),
                "souths", boxes.stream().map(Near.Box::south).toArray(Double[]::new),
                "easts", boxes.stream().map(Near.Box::east).toArray(Double[]::new),
                "norths", boxes.stream().map(Near.Box::north).toArray(Double[]::new));
    }
}
