package com.neighborbid.auction;

import static com.neighborbid.auction.AuctionFixture.MINUTE;
import static com.neighborbid.auction.AuctionFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.InputReader;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.RejectedException;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferReaderTest {
    private static final long DAY = 24 * 60 * MINUTE;
    private static final Place SEOUL = new Place(37.566, 126.978, "Jung-gu");

    @Test
    void takesTheHouseDefaultsWhereTheSellerSaysNothing() {
        OfferAuction offer = read("");

        assertEquals(Currency.KRW, offer.currency());
        assertEquals(IncrementTable.KRW, offer.increments());
        assertEquals("KRW", offer.incrementTable());
        assertEquals(NOW, offer.opensAt());
        assertEquals(60, offer.softCloseSeconds());
        assertEquals(3600, offer.softCloseCapSeconds());
        assertNull(offer.reservePrice());
        assertNull(offer.radiusKm());
        assertNull(offer.place());
    }

    @Test
    void theTableIsTheCurrencysUnlessAnotherIsNamed() {
        assertEquals(IncrementTable.USD, read("'currency': 'USD'").increments());
        assertEquals(
                IncrementTable.KRW,
                read("'currency': 'USD', 'incrementTable': 'KRW'").increments());
        assertEquals(IncrementTable.fixed(500), read("'increment': 500").increments());
        assertNull(read("'increment': 500").incrementTable());
    }

    @Test
    void anOpeningThatHasPassedIsNowButForTheClientsClock() {
        assertEquals(NOW, read("'opensAt': 1").opensAt());
        assertEquals(NOW - 1000, read("'opensAt': " + (NOW - 1000)).opensAt());
        assertEquals(NOW + MINUTE, read("'opensAt': " + (NOW + MINUTE)).opensAt());
    }

    @Test
    void lastsFromASecondToThirtyDays() {
        assertEquals(NOW + 1000, read("'endsAt': " + (NOW + 1000)).endsAt());
        assertEquals(NOW + 30 * DAY, read("'endsAt': " + (NOW + 30 * DAY)).endsAt());
        assertFaultyField("'endsAt': " + (NOW + 999), "endsAt");
        assertFaultyField("'endsAt': " + (NOW + 30 * DAY + 1), "endsAt");
        assertFaultyField("'endsAt': " + NOW, "endsAt");
        assertFaultyField("'opensAt': " + (NOW + 2 * DAY), "endsAt");
    }

    @Test
    void aRadiusNeedsAPlaceWhichMayBeTheSellersNeighbourhood() {
        assertFaultyField("'radiusKm': 3", "radiusKm");
        assertEquals(SEOUL, reader(SEOUL).read(input("'radiusKm': 3"), 1).place());
        OfferAuction offer = read("'radiusKm': 0.1, 'location': {'lat': -90, 'lng': 180}");
        assertEquals(new Place(-90, 180, ""), offer.place());
        assertEquals(0.1, offer.radiusKm());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "title; 'title': ''",
                "title; 'title': 7",
                "title; 'title': null",
                "description; 'description': null",
                "category; 'category': 'spaceships'",
                "category; 'category': null",
                "condition; 'condition': 5",
                "currency; 'currency': 'EUR'",
                "currency; 'currency': 'krw'",
                "startPrice; 'startPrice': 0",
                "startPrice; 'startPrice': 10.5",
                "startPrice; 'startPrice': '10'",
                "startPrice; 'startPrice': 1000000000001",
                "startPrice; 'startPrice': 1e400",
                "reservePrice; 'reservePrice': 9999",
                "reservePrice; 'reservePrice': 1000000000001",
                "increment; 'increment': 0",
                "increment; 'increment': 10, 'incrementTable': 'KRW'",
                "incrementTable; 'incrementTable': 'EUR'",
                "incrementTable; 'incrementTable': 5",
                "opensAt; 'opensAt': -1",
                "opensAt; 'opensAt': 9007199254740991",
                "endsAt; 'endsAt': null",
                "endsAt; 'endsAt': 'tomorrow'",
                "softCloseSeconds; 'softCloseSeconds': 3601",
                "softCloseSeconds; 'softCloseSeconds': -1",
                "softCloseCapSeconds; 'softCloseCapSeconds': 86401",
                "location; 'location': 'Seoul'",
                "location.lat; 'location': {'lng': 1}",
                "location.lng; 'location': {'lat': 1, 'lng': 181}",
                "radiusKm; 'radiusKm': 0, 'location': {'lat': 1, 'lng': 1}",
                "radiusKm; 'radiusKm': 501, 'location': {'lat': 1, 'lng': 1}",
            })
    void namesTheFieldThatIsWrong(String field, String fields) {
        assertFaultyField(fields, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'startPrice': 1", "'startPrice': 1000000000000", "'reservePrice': 10000"})
    void takesTheBounds(String fields) {
        assertTrue(read(fields).startPrice() >= 1);
    }

    private static void assertFaultyField(String fields, String field) {
        Input input = input(fields);
        RejectedException refused =
                assertThrows(RejectedException.class, () -> reader(null).read(input, 1));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(field + ": "), refused.getMessage());
    }

    private static OfferAuction read(String fields) {
        return reader(null).read(input(fields), 1);
    }

    private static OfferReader reader(Place neighbourhood) {
        return new OfferReader(Set.of("bicycles"), neighbourhood, NOW);
    }

    /** A good offer, with these fields besides or instead. */
    private static Input input(String fields) {
        JsonObjectBuilder offer = Json.object()
                .add("title", "Bicycle")
                .add("description", "")
                .add("category", "bicycles")
                .add("startPrice", 10_000)
                .add("endsAt", NOW + DAY);
        Json.object("{" + fields.replace('\'', '"') + "}").forEach(offer::add);
        String json = offer.build().toString();
        try {
            return new InputReader()
                    .readFrom(
                            Input.class,
                            Input.class,
                            new Annotation[0],
                            MediaType.APPLICATION_JSON_TYPE,
                            new MultivaluedHashMap<>(),
                            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
