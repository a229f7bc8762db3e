package com.neighborbid.operations;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.settlement.DisputeOutcome;
import com.neighborbid.settlement.Disputes;
import com.neighborbid.settlement.Orders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an admin decides about an order. */
@Path("admin/orders/{order}")
@RequestScoped
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminOrderResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Orders orders;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Disputes disputes;

    /** Gives the escrow back to the buyer. */
    @POST
    @Path("refund")
    public AdminActs.Done refund(@PathParam("order") String order, Input input) {
        long id = id(order);
        return acts.act("REFUND", order, input, reason -> orders.refund(id, reason));
    }

    /** Decides a dispute. Takes {decision}, too: seller, buyer, or split with {toBuyer}, what the buyer gets back. */
    @POST
    @Path("decide")
    public AdminActs.Done decide(@PathParam("order") String order, Input input) {
        long id = id(order);
        DisputeOutcome outcome = input.choice("decision", DisputeOutcome.class);
        long toBuyer = outcome == DisputeOutcome.SPLIT ? input.integer("toBuyer", 1, Money.MOST) : 0;
        return acts.act("DECIDE", order, input, reason -> disputes.decide(id, outcome, toBuyer, reason));
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("order"));
    }
}
