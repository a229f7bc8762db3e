package com.neighborbid.auction;

import static com.neighborbid.auction.AuctionFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.InputReader;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Rejection;
import java.time.Duration;
import java.util.Set;

/** Offers of strangers: refused with the fields that are wrong, or within every bound that the contract names. */
class OfferFuzzTest {
    private static final Set<String> CATEGORIES = Set.of("bikes");
    private static final OfferReader READER = new OfferReader(CATEGORIES, null, NOW);

    @FuzzTest
    void readsOrRefusesAnyOffer(byte[] body) {
        OfferAuction offer;
        try {
            Input input = InputReader.parse(body);
            offer = READER.read(input, 1);
        } catch (RejectedException refused) {
            Rejection reason = refused.rejection();
            assertEquals(400, reason.status(), reason::toString);
            return;
        }
        assertTrue(offer.startPrice() >= 1 && offer.startPrice() <= Money.MOST);
        Long reserve = offer.reservePrice();
        assertTrue(reserve == null || reserve >= offer.startPrice() && reserve <= Money.MOST);
        long lasts = offer.endsAt() - offer.opensAt();
        assertTrue(lasts >= 1000 && lasts <= Duration.ofDays(30).toMillis(), () -> "lasts " + lasts);
        assertTrue(offer.endsAt() > NOW);
        assertTrue(CATEGORIES.contains(offer.category()));
        assertTrue(!offer.title().isBlank());
        long next = offer.increments().next(offer.startPrice());
        assertTrue(next > offer.startPrice(), () -> "next " + next);
    }
}
