package com.neighborbid.operations;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
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

    /** Gives the escrow back to the buyer. */
    @POST
    @Path("refund")
    public AdminActs.Done refund(@PathParam("order") String order, Input input) {
        long id = Ids.parse(order).orElseThrow(() -> RejectedException.notFound("order"));
        return acts.act("REFUND", order, input, reason -> orders.refund(id));
    }
}
