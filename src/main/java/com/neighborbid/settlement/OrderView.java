package com.neighborbid.settlement;

import com.neighborbid.member.Profile;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer and its seller see it. Amounts in the minor unit, times in milliseconds since the epoch.
 *
 * @param auction public id
 * @param releaseAt when the seller is paid at the latest
 * @param fee of the whole price; after a dispute, of what the seller got
 * @param releasedAt when the seller was paid; absent before
 * @param dispute absent without one, and in lists
 */
public record OrderView(
        String id,
        String auction,
        String title,
        Party seller,
        Party buyer,
        long price,
        long fee,
        Currency currency,
        String status,
        long createdAt,
        long releaseAt,
        @Nullable Long releasedAt,
        @Nullable DisputeView dispute) {
    /** One side of the sale. */
    public record Party(String id, String displayName) {}

    /** @param profiles of both sides */
    static OrderView of(Order order, Map<Long, Profile> profiles) {
        return new OrderView(
                Ids.text(order.id()),
                Ids.text(order.auction()),
                order.title(),
                party(order.seller(), profiles),
                party(order.buyer(), profiles),
                order.sale().price().amount(),
                order.fee().amount(),
                order.fee().currency(),
                order.status().name(),
                order.createdAt(),
                order.releaseAt(),
                order.releasedAt(),
                null);
    }

    OrderView with(@Nullable DisputeView about) {
        return new OrderView(
                id,
                auction,
                title,
                seller,
                buyer,
                price,
                fee,
                currency,
                status,
                createdAt,
                releaseAt,
                releasedAt,
                about);
    }

    private static Party party(long member, Map<Long, Profile> profiles) {
        Profile profile = profiles.get(member);
        return new Party(Ids.text(member), profile == null ? "" : profile.displayName());
    }
}
