package com.neighborbid.bidding;

import com.neighborbid.auction.Auctions;
import com.neighborbid.bidding.BidOutcome.Accepted;
import com.neighborbid.bidding.BidOutcome.Rejected;
import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Bids over HTTP, by the same engine as over a socket, and the recorded ones to read. */
@Path("auctions/{auction}/bids")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BidResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidEngine engine;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RecordedBids recorded;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidRates rates;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    public record AcceptedView(boolean accepted, long seq, boolean leading) {}

    /** @param proxy made by a proxy */
    public record BidView(long seq, long amount, int paddle, long at, boolean proxy) {}

    @POST
    @RolesAllowed({"member", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<AcceptedView> place(@PathParam("auction") String auction, Input input) {
        long id = existing(auction);
        PlaceBid bid = read(input.json(), id);
        if (!rates.allows(caller.id())) {
            throw new RejectedException(BidRejection.RATE_LIMITED);
        }
        return engine.place(bid).thenApply(BidResource::view);
    }

    @GET
    @PermitAll
    public Page<BidView> list(
            @PathParam("auction") String auction,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        List<ShownBid> bids = recorded.after(existing(auction), seq(after), most + 1);
        boolean more = bids.size() > most;
        List<BidView> items = bids.stream()
                .limit(most)
                .map(bid -> new BidView(bid.seq(), bid.amount(), bid.paddle(), bid.at(), bid.proxy()))
                .toList();
        return new Page<>(items, more ? Long.toString(items.get(most - 1).seq()) : null);
    }

    private PlaceBid read(JsonObject object, long auction) {
        boolean maximum = object.containsKey("max");
        if (maximum == object.containsKey("amount")) {
            throw malformed("Give either amount or max.");
        }
        String ref = BidInput.ref(object).orElseThrow(() -> malformed("ref must be a text of 1 to 40 characters."));
        return BidInput.value(object, maximum)
                .map(value -> new PlaceBid(auction, caller.id(), maximum, value, ref))
                .orElseThrow(() -> malformed("An amount or max is an integer from 0 to " + PlaceBid.HIGHEST + "."));
    }

    private static RejectedException malformed(String detail) {
        return new RejectedException(BidRejection.MALFORMED, detail);
    }

    private static AcceptedView view(BidOutcome outcome) {
        if (outcome instanceof Accepted accepted) {
            return new AcceptedView(true, accepted.seq(), accepted.leading());
        }
        Rejected rejected = (Rejected) outcome;
        Map<String, Object> extras =
                rejected.next() == null ? Map.of() : Map.of("next", new BigInteger(rejected.next()));
        throw new RejectedException(rejected.code(), rejected.code().title(), List.of(), extras);
    }

    private long existing(String auction) {
        long id = PaddleResource.auctionId(auction);
        if (!auctions.isKnown(id)) {
            throw RejectedException.notFound("auction");
        }
        return id;
    }

    private static long seq(@Nullable String after) {
        try {
            long seq = after == null ? 0 : Long.parseLong(after);
            if (seq >= 0) {
                return seq;
            }
        } catch (NumberFormatException notANumber) {
            throw RejectedException.invalid("after", "must be a seq");
        }
        throw RejectedException.invalid("after", "must be a seq");
    }
}
