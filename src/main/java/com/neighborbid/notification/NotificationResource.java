package com.neighborbid.notification;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The member's own notifications. */
@Path("notifications")
@ApplicationScoped
@RolesAllowed({"member", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class NotificationResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Notifications notifications;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private NotificationNews news;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    /**
     * A page, newest first.
     *
     * @param unread of all the member's
     */
    public record Listed(
            List<NotificationView> items,
            @Nullable @JsonbNillable String next,
            long unread) {}

    /** What is left to read. */
    public record Unread(long unread) {}

    @GET
    public Listed list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Page.limit(limit);
        List<Notification> found = notifications.newest(caller.id(), Page.belowId(cursor), most + 1);
        List<NotificationView> items =
                found.stream().limit(most).map(NotificationView::of).toList();
        String next = found.size() > most ? items.get(most - 1).id() : null;
        return new Listed(items, next, notifications.unread(caller.id()));
    }

    /** Those that {@code ids} names, or all without it. */
    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    public Unread read(Input input) {
        long member = caller.id();
        if (input.has("ids")) {
            List<Long> ids = ids(input.json().get("ids"));
            notifications.read(member, ids);
        } else {
            notifications.readAll(member);
        }
        Unread left = new Unread(notifications.unread(member));
        news.read(member, left.unread());
        return left;
    }

    private static List<Long> ids(@Nullable JsonValue value) {
        if (!(value instanceof JsonArray array) || array.size() > Page.MOST) {
            throw wrong();
        }
        return array.stream().map(NotificationResource::id).toList();
    }

    private static long id(JsonValue value) {
        if (!(value instanceof JsonString text)) {
            throw wrong();
        }
        return Ids.parse(text.getString()).orElseThrow(NotificationResource::wrong);
    }

    private static RejectedException wrong() {
        return RejectedException.invalid("ids", "must be at most " + Page.MOST + " ids of notifications");
    }
}
