package com.neighborbid.notification;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its member sees it.
 *
 * @param at milliseconds since the epoch
 * @param auction public id
 * @param amount in the minor unit
 * @param reason of {@code UNSOLD}: the auction's outcome
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
