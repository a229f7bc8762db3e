package com.neighborbid.moderation;

import com.neighborbid.auction.Auctions;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said in an auction's room, for whoever comes later: the latest first. */
@Path("auctions/{auction}/chat")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class ChatResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private ChatLog chat;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    /**
     * A line as the room saw it.
     *
     * @param from the name under which it was said
     * @param at milliseconds since the epoch
     */
    public record LineView(String id, String from, @Nullable Integer paddle, String text, long at) {}

    @GET
    public Page<LineView> list(
            @PathParam("auction") String auction,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Page.limit(limit);
        long below = Page.belowId(cursor);
        long id = Ids.parse(auction).stream()
                .filter(auctions::isKnown)
                .findFirst()
                .orElseThrow(() -> RejectedException.notFound("auction"));
        List<LineView> found = chat.latest(id, below, most + 1).stream()
                .map(line -> new LineView(Ids.text(line.id()), line.name(), line.paddle(), line.text(), line.at()))
                .toList();
        return found.size() > most
                ? new Page<>(found.subList(0, most), found.get(most - 1).id())
                : new Page<>(found, null);
    }
}
