package com.neighborbid.operations;

import com.neighborbid.bidding.Interventions;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** What an admin does to an auction. */
@Path("admin/auctions/{auction}")
@RequestScoped
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminAuctionResource {
    /** As long as an auction may last. */
    private static final Duration FURTHEST_END = Duration.ofDays(30);

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Interventions interventions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @POST
    @Path("pause")
    public AdminActs.Done pause(@PathParam("auction") String auction, Input input) {
        long id = id(auction);
        return acts.act("PAUSE", auction, input, reason -> interventions.pause(id, reason));
    }

    @POST
    @Path("resume")
    public AdminActs.Done resume(@PathParam("auction") String auction, Input input) {
        long id = id(auction);
        return acts.act("RESUME", auction, input, reason -> interventions.resume(id, reason));
    }

    /** Takes {endsAt}, too: the new end, at most 30 days from now. */
    @POST
    @Path("extend")
    public AdminActs.Done extend(@PathParam("auction") String auction, Input input) {
        long id = id(auction);
        long now = time.now();
        long endsAt = input.integer("endsAt", now, now + FURTHEST_END.toMillis());
        return acts.act("EXTEND", auction, input, reason -> interventions.extend(id, endsAt, reason));
    }

    @POST
    @Path("withdraw")
    public AdminActs.Done withdraw(@PathParam("auction") String auction, Input input) {
        long id = id(auction);
        return acts.act("WITHDRAW", auction, input, reason -> interventions.withdraw(id, reason));
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("auction"));
    }
}
