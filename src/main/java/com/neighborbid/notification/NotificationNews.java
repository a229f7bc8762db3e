package com.neighborbid.notification;

import com.neighborbid.bidding.RoomKeys;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * What a member's own socket is told: where it stands at the beginning, and then whatever is written or read, on every
 * node. Each is told after its transaction has committed; what Redis loses is in the next welcome.
 */
@ApplicationScoped
public class NotificationNews {
    private static final Logger LOG = System.getLogger(NotificationNews.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    Notifications notifications;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * The first frame: how many are unread, and the latest.
     *
     * @param most how many of the latest
     */
    public String welcome(long member, int most) {
        List<NotificationView> items = most == 0
                ? List.of()
                : notifications.newest(member, Long.MAX_VALUE, most).stream()
                        .map(NotificationView::of)
                        .toList();
        return welcomeFrame(time.now(), notifications.unread(member), items);
    }

    /** A notification was written. */
    void written(Notification notification) {
        tell(
                notification.member(),
                notificationFrame(NotificationView.of(notification), notifications.unread(notification.member())));
    }

    /** The member has read some; so many are left. */
    void read(long member, long unread) {
        tell(member, readFrame(unread));
    }

    /** How many are unread, and the latest as the HTTP list has them. */
    public static String welcomeFrame(long now, long unread, List<NotificationView> latest) {
        JsonArrayBuilder items = Json.array();
        latest.forEach(view -> items.add(view.json()));
        return frame("welcome")
                .add("now", now)
                .add("unread", unread)
                .add("items", items)
                .build()
                .toString();
    }

    /** A notification as the HTTP list has it, and how many are unread with it. */
    public static String notificationFrame(NotificationView view, long unread) {
        return frame("notification")
                .add("unread", unread)
                .addAll(view.json())
                .build()
                .toString();
    }

    /** How many are left to read. */
    public static String readFrame(long unread) {
        return frame("read").add("unread", unread).build().toString();
    }

    private static JsonObjectBuilder frame(String type) {
        return Json.object().add("type", type);
    }

    private void tell(long member, String frame) {
        try {
            redis.publish(RoomKeys.MEMBERS_CHANNEL, Ids.text(member) + '|' + frame);
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "Open pages of a member were not told: {0}", e.getMessage());
        }
    }
}
