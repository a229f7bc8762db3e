package com.neighborbid.bidding;

import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.IdempotentCall;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A member's own paddle in an auction. */
@Path("auctions/{auction}/paddle")
@ApplicationScoped
@RolesAllowed({"member", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class PaddleResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Paddles paddles;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private IdempotentCall calls;

    public record IssuedPaddle(int paddle, long limit) {}

    /** @param max null while nothing of it stands */
    @JsonbNillable
    public record PaddleView(
            int paddle, long limit, @Nullable Long max, boolean leading) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(
            @PathParam("auction") String auction, @HeaderParam("Idempotency-Key") @Nullable String key, Input input) {
        long limit = input.integer("limit", 1, Money.MOST);
        input.check();
        long id = auctionId(auction);
        String request = "PUT paddle " + auction + input.json();
        return calls.runIfKeyed(caller.id(), key, request, () -> {
            int paddle = paddles.issue(id, caller.id(), limit);
            return new IdempotentCall.Answer(200, Json.text(new IssuedPaddle(paddle, limit)));
        });
    }

    @GET
    public PaddleView own(@PathParam("auction") String auction) {
        OwnPaddle own = paddles.own(auctionId(auction), caller.id());
        return new PaddleView(own.paddle(), own.limit(), own.max(), own.leading());
    }

    @DELETE
    public void giveBack(@PathParam("auction") String auction) {
        paddles.giveBack(auctionId(auction), caller.id());
    }

    static long auctionId(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("auction"));
    }
}
