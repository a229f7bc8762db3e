package com.neighborbid.notification;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.Money;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its member sees it.
 *
 * @param at milliseconds since the epoch
 * @param auction public id
 * @param amount in the minor unit
 * @param reason of {@code UNSOLD}: the auction's outcome; of {@code DECIDED}: SELLER, BUYER or SPLIT; of
 *     {@code REPORT_DECIDED}: DISMISSED, WITHDRAWN, REMOVED or BANNED
 */
public record NotificationView(
        String id,
        long at,
        String kind,
        String auction,
        @Nullable String order,
        String title,
        @Nullable Long amount,
        @Nullable Currency currency,
        @Nullable String reason,
        boolean read) {
    /** The same as JAX-RS writes it: what is not there is left out. */
    JsonObjectBuilder json() {
        JsonObjectBuilder json = Json.object()
                .add("id", id)
                .add("at", at)
                .add("kind", kind)
                .add("auction", auction)
                .add("title", title)
                .add("read", read);
        if (order != null) {
            json.add("order", order);
        }
        if (amount != null) {
            json.add("amount", amount);
        }
        if (currency != null) {
            json.add("currency", currency.name());
        }
        if (reason != null) {
            json.add("reason", reason);
        }
        return json;
    }

    static NotificationView of(Notification notification) {
        Money money = notification.money();
        Long order = notification.order();
        return new NotificationView(
                Ids.text(notification.id()),
                notification.at(),
                notification.kind().name(),
                Ids.text(notification.auction()),
                order == null ? null : Ids.text(order),
                notification.title(),
                money == null ? null : money.amount(),
                money == null ? null : money.currency(),
                notification.reason(),
                notification.isRead());
    }
}
