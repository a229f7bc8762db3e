package com.neighborbid.load;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What visitors of a house of {@code load.seed} look at, in the shares of a day: lists and searches, an auction's page
 * with the calls that it makes, and a member's own pages. Half of those who look are guests. A few auctions are looked at
 * much more often than the others. The same seed makes the same calls, but for where lists go on.
 */
final class PageMix {
    private static final int HARVESTED = 1000;
    private static final int HARVESTS = 5;
    private static final int CONTINUATIONS = 512;
    private static final List<String> EVERYWHERE = List.of("직거래", "box", "입니다");
    private static final List<String> COMMON =
            List.of("자전거", "bicycle", "빈티지 카메라", "red guitar", "book", "집 앞", "moving", "원목 책상");
    private static final List<String> CATEGORIES =
            List.of("electronics", "appliances", "kitchen", "sports", "books", "plants", "other");

    private final Random random = new Random(20261123);
    private final List<String> tokens;
    private final List<String> open = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<PageCall> continuations = new ArrayList<>();
    private final TreeMap<Integer, Supplier<PageCall>> shares = new TreeMap<>();
    private int total;

    PageMix(ContractClient visitor, List<String> tokens) {
        this.tokens = tokens;
        harvest(visitor, "OPEN", open);
        harvest(visitor, "CLOSED", closed);
        lists();
        auctions();
        own();
    }

    /** Some auctions' ids, open and closed ones. */
    List<String> sample(int each) {
        return Stream.of(open, closed).flatMap(ids -> ids.stream().limit(each)).toList();
    }

    private void lists() {
        share(80, () -> list("list, ending", "state=OPEN"));
        share(30, () -> list("list, newest", "state=OPEN&sort=newest"));
        share(30, () -> list("list, price", "state=OPEN&sort=price"));
        share(40, () -> list("list, category", "state=OPEN&category=" + any(CATEGORIES)));
        share(15, () -> list("list, category and price", "state=OPEN&sort=price&category=" + any(CATEGORIES)));
        share(20, () -> list("list, near", "state=OPEN&sort=distance&near=" + place()));
        share(10, () -> list("list, within 3 km", "state=OPEN&radiusKm=3&near=" + place()));
        share(20, () -> list("list, closed", "state=CLOSED"));
        share(10, () -> list("list, closed, newest", "state=CLOSED&sort=newest"));
        share(15, () -> list("list, all", "sort=" + any(List.of("ending", "newest", "price"))));
        share(60, this::furtherPage);
        share(30, () -> search("search, in every lot", any(EVERYWHERE), "state=OPEN"));
        share(50, () -> search("search, in some", any(COMMON), "state=OPEN"));
        share(30, () -> search("search, rare", "m" + random.nextInt(20_000), "state=OPEN"));
        share(15, () -> search("search, in none", any(COMMON) + " " + rare(), "state=OPEN"));
        share(15, () -> search("search, in some, closed", any(COMMON), "state=CLOSED"));
        share(10, () -> search("search, one of all", "zx" + random.nextInt(533_000), "sort=newest"));
    }

    private void auctions() {
        share(160, () -> new PageCall("auction, open", "/api/auctions/" + often(open), anybody()));
        share(40, () -> new PageCall("auction, closed", "/api/auctions/" + any(closed), anybody()));
        share(60, () -> new PageCall("bids", "/api/auctions/" + often(open) + "/bids", anybody()));
        share(40, () -> new PageCall("chat", "/api/auctions/" + often(open) + "/chat", anybody()));
        share(15, () -> new PageCall("log", "/api/auctions/" + any(closed) + "/log", null));
        share(20, () -> new PageCall("categories", "/api/categories", null));
    }

    private void own() {
        share(50, () -> own("me", "/api/members/me"));
        share(40, () -> own("wallet", "/api/wallet"));
        share(30, () -> own("wallet, entries", "/api/wallet/entries"));
        share(30, () -> own("orders", "/api/orders"));
        share(50, () -> own("notifications", "/api/notifications"));
        share(20, () -> own("watched", "/api/auctions?watched=true"));
    }

    private PageCall own(String name, String path) {
        return new PageCall(name, path, any(tokens));
    }

    private PageCall list(String name, String query) {
        return new PageCall(name, "/api/auctions?" + query, anybody(), true);
    }

    private PageCall search(String name, String words, String query) {
        return list(name, query + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    private synchronized PageCall furtherPage() {
        return continuations.isEmpty()
                ? list("list, ending", "state=OPEN")
                : continuations.get(random.nextInt(continuations.size()));
    }

    /** Notes where a list goes on; there the next pages begin, ever deeper. */
    synchronized void goesOn(PageCall call, String next) {
        String base = call.path().replaceAll("&cursor=.*", "");
        PageCall further = new PageCall("further pages", base + "&cursor=" + next, call.token(), true);
        if (continuations.size() < CONTINUATIONS) {
            continuations.add(further);
        } else {
            continuations.set(Math.floorMod(next.hashCode(), CONTINUATIONS), further);
        }
    }

    PageCall next() {
        return shares.higherEntry(random.nextInt(total)).getValue().get();
    }

    private void share(int parts, Supplier<PageCall> call) {
        total += parts;
        shares.put(total, call);
    }

    private @Nullable String anybody() {
        return random.nextBoolean() ? any(tokens) : null;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The first much more often than the last. */
    private String often(List<String> ids) {
        return ids.get((int) (Math.pow(random.nextDouble(), 3) * ids.size()));
    }

    private String place() {
        return String.format("%.4f,%.4f", 37.4 + random.nextDouble() * 0.3, 126.8 + random.nextDouble() * 0.4);
    }

    private String rare() {
        return new String(Character.toChars('가' + random.nextInt(100) * 84))
                + new String(Character.toChars('개' + random.nextInt(100) * 84));
    }

    private static void harvest(ContractClient visitor, String state, List<String> ids) {
        String cursor = "";
        for (int page = 0; page < HARVESTS; page++) {
            JsonObject list = visitor.get("/api/auctions?sort=newest&state=" + state + "&limit=" + HARVESTED + cursor);
            list.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> ids.add(item.getString("id")));
            if (list.isNull("next")) {
                return;
            }
            cursor = "&cursor=" + list.getString("next");
        }
    }
}
