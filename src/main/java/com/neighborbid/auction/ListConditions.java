package com.neighborbid.auction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions on {@code a}, an auction with its distance {@code km}, that a query makes, and their parameters. */
final class ListConditions {
    private static final String GOING_ON = "auction_search";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final @Nullable SearchText text;
    /** Where the texts are: of what goes on, apart. */
    private final String texts;

    ListConditions(ListQuery query, long now) {
        text = query.text();
        texts = goesOn(query.state()) ? GOING_ON : "auction_text";
        state(query.state(), now);
        near(query);
        equal("category_id", query.category());
        equal("seller_id", query.seller());
        if (query.watchedBy() != null) {
            with(
                    "EXISTS (SELECT FROM watch w WHERE w.auction_id = a.id AND w.member_id = :watcher)",
                    "watcher",
                    query.watchedBy());
        }
        ListCursor after = query.after();
        if (after != null) {
            conditions.add(query.sort().after(query.state() != null));
            for (int i = 0; i < after.keys().size(); i++) {
                parameters.put("after" + i, after.keys().get(i));
            }
        }
    }

    private static boolean goesOn(@Nullable AuctionState state) {
        return state != null && state != AuctionState.CLOSED;
    }

    /** Whether the texts that are asked are few, so that their index is soon asked. */
    boolean asksFew() {
        return texts.equals(GOING_ON);
    }

    /** The condition that has the words of the text, asked of each auction by itself. */
    String words() {
        return text == null
                ? "true"
                : "(SELECT " + text(text, parameters) + " FROM " + texts + " t WHERE t.auction_id = a.id)";
    }

    /** The same, asked of the index of pairs once. Of words that have none, each auction is asked. */
    String wordsByIndex() {
        if (text == null || text.pairs().isEmpty()) {
            return words();
        }
        parameters.put("pairs", text.pairs().toArray(String[]::new));
        return "a.id = ANY (ARRAY(SELECT t.auction_id FROM " + texts + " t WHERE t.pairs @> CAST(:pairs AS text[]) AND "
                + text(text, parameters) + "))";
    }

    /** What stands after {@code WHERE}, but for the text. */
    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** A scheduled auction whose time has come counts as open, whether or not its opening is recorded already. */
    private void state(@Nullable AuctionState state, long now) {
        if (state == null) {
            return;
        }
        switch (state) {
            case SCHEDULED -> with("NOT a.over AND a.state = 'SCHEDULED' AND a.opens_at > :now", "now", now);
            case OPEN ->
                // Written so that the planner, which takes conditions for independent, sees that nearly all satisfy the
                // rest.
                with("NOT a.over AND a.state <> 'PAUSED' AND (a.state = 'OPEN' OR a.opens_at <= :now)", "now", now);
            case PAUSED -> conditions.add("NOT a.over AND a.state = 'PAUSED'");
            case CLOSED -> conditions.add("a.over");
        }
    }

    private static String text(SearchText text, Map<String, Object> parameters) {
        List<String> words = text.words();
        StringBuilder found = new StringBuilder("true");
        for (int i = 0; i < words.size(); i++) {
            found.append(" AND strpos(t.text, :word").append(i).append(") > 0");
            parameters.put("word" + i, words.get(i));
        }
        return found.toString();
    }

    private void near(ListQuery query) {
        Near near = query.near();
        if (near == null) {
            return;
        }
        parameters.put("lat", near.lat());
        parameters.put("lng", near.lng());
        if (query.sort() == ListSort.DISTANCE) {
            conditions.add("a.lat IS NOT NULL");
        }
        Double radius = near.radiusKm();
        if (radius != null) {
            Near.Box box = near.box(radius);
            with("a.km <= :radius", "radius", radius);
            conditions.add("point(a.lng, a.lat) <@ box(point(:west, :south), point(:east, :north))");
            parameters.put("west", box.west());
            parameters.put("south", box.south());
            parameters.put("east", box.east());
            parameters.put("north", box.north());
        }
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            with("a." + column + " = :" + column, column, value);
        }
    }

    private void with(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }
}
