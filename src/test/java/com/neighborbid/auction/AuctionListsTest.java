package com.neighborbid.auction;

import static com.neighborbid.auction.AuctionFixture.MINUTE;
import static com.neighborbid.auction.AuctionFixture.NOW;
import static com.neighborbid.auction.AuctionFixture.bicycle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.TestReads;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuctionListsTest {
    private static final long SELLER = 1;
    private static final long WATCHER = 2;
    private static final Place SEOUL_STATION = new Place(37.5547, 126.9707, "Seoul Station");
    private static final Place CITY_HALL = new Place(37.5663, 126.9779, "City Hall");
    private static final Place BUSAN = new Place(35.1151, 129.0415, "Busan");

    private static final AuctionFixture FIXTURE = new AuctionFixture();

    private final Map<Long, LivePrice> live = new HashMap<>();

    @BeforeEach
    void aSeller() {
        FIXTURE.empty();
        FIXTURE.member(SELLER, "Mina");
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void showsTheRecordWithTheSellersName() {
        long id = FIXTURE.offer(bicycle());

        AuctionSummary summary = list("").items().get(0);

        assertEquals(Ids.text(id), summary.id());
        assertEquals("Mina", summary.seller().displayName());
        assertEquals(10_000, summary.price());
        assertEquals("bicycles", summary.category());
        assertNull(summary.thumbnailUrl());
        assertNull(summary.distanceKm());
    }

    @Test
    void livePricesGoBeforeTheRecord() {
        long id = FIXTURE.offer(bicycle());
        live.put(id, new LivePrice(AuctionState.OPEN, null, 12_000, 3, NOW + 20 * MINUTE));

        AuctionSummary summary = list("").items().get(0);

        assertEquals(12_000, summary.price());
        assertEquals(3, summary.bidCount());
        assertEquals(NOW + 20 * MINUTE, summary.endsAt());
    }

    @Test
    void aScheduledAuctionIsOpenFromItsTimeOn() {
        FIXTURE.offer(bicycle(SELLER, NOW, NOW + MINUTE));
        long later = FIXTURE.offer(bicycle(SELLER, NOW + 1, NOW + MINUTE));
        long over = FIXTURE.offer(bicycle());
        FIXTURE.auctions(auctions -> auctions.close(over, AuctionOutcome.NO_BIDS, NOW));

        assertEquals(AuctionState.OPEN, list("state=OPEN").items().get(0).state());
        assertEquals(1, list("state=OPEN").items().size());
        assertEquals(List.of(Ids.text(later)), ids("state=SCHEDULED"));
        assertEquals(List.of(Ids.text(over)), ids("state=CLOSED"));
        assertEquals(List.of(), ids("state=PAUSED"));
    }

    @Test
    void endingSoonestComesFirstAndClosedOnesLast() {
        long over = FIXTURE.offer(bicycle(SELLER, NOW, NOW + MINUTE));
        FIXTURE.auctions(auctions -> auctions.close(over, AuctionOutcome.NO_BIDS, NOW));
        long late = FIXTURE.offer(bicycle(SELLER, NOW, NOW + 3 * MINUTE));
        long soon = FIXTURE.offer(bicycle(SELLER, NOW, NOW + 2 * MINUTE));

        assertEquals(List.of(Ids.text(soon), Ids.text(late), Ids.text(over)), ids(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ending", "newest", "price", "distance"})
    void pagesShowEachOnceAlsoWhereRowsTie(String sort) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(Ids.text(FIXTURE.offer(lot("Bicycle " + i, SEOUL_STATION))));
        }
        String query = "sort=" + sort + "&near=37.5,127&limit=3";

        List<String> seen = new ArrayList<>();
        Page<AuctionSummary> page = list(query);
        while (true) {
            page.items().forEach(item -> seen.add(item.id()));
            if (page.next() == null) {
                break;
            }
            page = list(query + "&cursor=" + page.next());
        }

        assertEquals(7, seen.size());
        assertEquals(all.stream().sorted().toList(), seen.stream().sorted().toList());
    }

    @Test
    void findsPartsOfWordsInEitherLanguageAndCase() {
        String bicycle = Ids.text(FIXTURE.offer(lot("전기자전거 팝니다", null)));
        String phone = Ids.text(FIXTURE.offer(lot("iPhone 13 (미개봉)", null)));

        assertEquals(List.of(bicycle), ids("q=자전거"));
        assertEquals(List.of(bicycle), ids("q=전거"));
        assertEquals(List.of(bicycle), ids("q=팝니다 전기"));
        assertEquals(List.of(bicycle), ids("q=팝"));
        assertEquals(List.of(phone), ids("q=IPHONE"));
        assertEquals(List.of(phone), ids("q=미개봉"));
        assertEquals(List.of(phone), ids("q=１３"));
        assertEquals(List.of(), ids("q=자전거 iphone"));
        assertEquals(List.of(), ids("q=%_"));
        assertEquals(List.of(), ids("q=ipohne"));
    }

    @Test
    void findsWhatStandsFarDownTheListByTheIndex() {
        for (int i = 0; i < 310; i++) {
            FIXTURE.offer(AuctionFixture.offer(
                    SELLER, "Bicycle " + i, "As new", "bicycles", 10_000, NOW, NOW + MINUTE + i, null));
        }
        String piano = Ids.text(FIXTURE.offer(AuctionFixture.offer(
                SELLER, "Piano", "As new", "music", 10_000, NOW, NOW + 10 * MINUTE, SEOUL_STATION)));

        assertEquals(List.of(piano), ids("state=OPEN&q=piano"));
        assertEquals(List.of(piano), ids("state=OPEN&q=piano&sort=price"));
        assertEquals(List.of(piano), ids("q=piano&near=37.5,127&sort=distance"));
        assertEquals(1, ids("state=OPEN&q=bicycle 309").size());
        assertEquals(20, ids("state=OPEN&q=bicycle").size());
        assertEquals(0, ids("state=CLOSED&q=piano").size());
    }

    @Test
    void theOrderByPriceFollowsTheRecord() {
        String risen = Ids.text(FIXTURE.offer(bicycle()));
        String other = Ids.text(FIXTURE.offer(bicycle()));
        FIXTURE.auctions(auctions -> {
            auctions.recordProgress(List.of(new AuctionProgress(
                    Ids.parse(risen).orElseThrow(), AuctionState.OPEN, 20_000, 1, 1, NOW + 10 * MINUTE, true)));
            return null;
        });
        assertEquals(List.of(risen, other), ids("sort=price"), "not yet");

        assertFalse(FIXTURE.lists(ListRows::follow));

        assertEquals(List.of(other, risen), ids("sort=price"));
        assertEquals(List.of(other, risen), ids("sort=price&state=OPEN"));
    }

    @Test
    void findsWhatTheVersionBeforePutUp() {
        String bicycle = Ids.text(FIXTURE.offer(bicycle()));
        FIXTURE.execute("DELETE FROM auction_search");
        FIXTURE.execute("UPDATE auction SET listed_price = 0");
        assertEquals(List.of(), ids("state=OPEN&q=bicycle"));

        FIXTURE.lists(ListRows::follow);
        FIXTURE.lists(ListRows::followTexts);

        assertEquals(List.of(bicycle), ids("state=OPEN&q=bicycle"));
        FIXTURE.auctions(auctions -> auctions.close(Ids.parse(bicycle).orElseThrow(), AuctionOutcome.NO_BIDS, NOW));
        FIXTURE.lists(ListRows::followTexts);
        assertEquals(0, FIXTURE.count("SELECT count(*) FROM auction_search"));
        assertEquals(0, FIXTURE.count("SELECT count(*) FROM auction WHERE listed_price <> price"));
        assertEquals(List.of(bicycle), ids("state=CLOSED&q=bicycle"));
    }

    @Test
    void listsWhatIsNearNearestFirst() {
        String station = Ids.text(FIXTURE.offer(lot("Station", SEOUL_STATION)));
        String hall = Ids.text(FIXTURE.offer(lot("Hall", CITY_HALL)));
        String busan = Ids.text(FIXTURE.offer(lot("Busan", BUSAN)));
        String nowhere = Ids.text(FIXTURE.offer(lot("Nowhere", null)));
        String near = "near=37.5663,126.9779";

        assertEquals(List.of(hall, station, busan), ids(near + "&sort=distance"));
        assertEquals(List.of(hall, station), ids(near + "&sort=distance&radiusKm=2"));
        assertEquals(List.of(hall), ids(near + "&radiusKm=1"));
        assertTrue(ids(near).contains(nowhere));
        assertEquals(0, list(near + "&sort=distance").items().get(0).distanceKm());
        assertEquals(1.44, list(near + "&sort=distance").items().get(1).distanceKm(), 0.01);
        assertEquals(329, list(near + "&sort=distance").items().get(2).distanceKm(), 2);
    }

    @Test
    void aRadiusReachesAcrossTheDateLineAndThePole() {
        String east = Ids.text(FIXTURE.offer(lot("East", new Place(0, 179.99, ""))));
        String pole = Ids.text(FIXTURE.offer(lot("Pole", new Place(89.99, 90, ""))));

        assertEquals(List.of(east), ids("near=0,-179.99&radiusKm=5"));
        assertEquals(List.of(pole), ids("near=89.99,-90&radiusKm=5"));
    }

    @Test
    void filtersByCategorySellerAndWatchlist() {
        long id = FIXTURE.offer(bicycle());
        FIXTURE.watchlist(watchlist -> watchlist.add(WATCHER, id));
        FIXTURE.watchlist(watchlist -> watchlist.add(WATCHER, id));

        assertEquals(1, ids("category=bicycles").size());
        assertEquals(0, ids("category=books").size());
        assertEquals(1, ids("seller=" + Ids.text(SELLER)).size());
        assertEquals(0, ids("seller=" + Ids.text(WATCHER)).size());
        assertEquals(1, ids("watched=true").size());
        FIXTURE.watchlist(watchlist -> watchlist.remove(WATCHER, id));
        assertEquals(0, ids("watched=true").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=SOLD",
                "sort=best",
                "sort=distance",
                "near=1",
                "near=91,0",
                "near=a,b",
                "near=NaN,0",
                "radiusKm=5",
                "near=1,1&radiusKm=0",
                "limit=0",
                "limit=1001",
                "limit=x",
                "cursor=x",
                "cursor=ZW5kaW5nfHRydWU",
                "seller=me",
                "watched=maybe"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        assertThrows(RejectedException.class, () -> list(query));
    }

    private static OfferAuction lot(String title, Place place) {
        return AuctionFixture.offer(SELLER, title, "As new", "bicycles", 10_000, NOW, NOW + MINUTE, place);
    }

    private List<String> ids(String query) {
        return list(query).items().stream().map(AuctionSummary::id).toList();
    }

    private Page<AuctionSummary> list(String query) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.add(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        ListQuery asked = ListQuery.of(parameters, OptionalLong.of(WATCHER));
        return FIXTURE.database.inTransaction(entities -> {
            AuctionLists lists = new AuctionLists();
            lists.time = FIXTURE.time;
            lists.livePrices = new Live();
            lists.reads = TestReads.in(entities);
            return lists.page(asked);
        });
    }

    private final class Live implements LivePrices {
        @Override
        public Map<Long, LivePrice> of(Collection<Long> ids) {
            return live;
        }

        @Override
        public Optional<LiveView> of(long id) {
            return Optional.empty();
        }
    }
}
