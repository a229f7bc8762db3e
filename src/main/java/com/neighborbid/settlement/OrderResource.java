package com.neighborbid.settlement;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.member.Members;
import com.neighborbid.platform.IdempotentCall;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders in which the member buys or sells. */
@Path("orders")
@ApplicationScoped
@RolesAllowed({"member", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
    private static final int LONGEST_STATEMENT = 2000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Orders orders;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Disputes disputes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private IdempotentCall calls;

    @GET
    public Page<OrderView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Page.limit(limit);
        List<Order> found = orders.newest(caller.id(), Page.belowId(cursor), most + 1);
        List<OrderView> items = views(found.stream().limit(most).toList());
        return new Page<>(items, found.size() > most ? items.get(most - 1).id() : null);
    }

    @GET
    @Path("{order}")
    public OrderView one(@PathParam("order") String order) {
        return view(orders.of(caller.id(), id(order)));
    }

    /** The buyer confirms the hand-over; takes no body. */
    @POST
    @Path("{order}/receipt")
    public Response receive(@PathParam("order") String order, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return calls.runIfKeyed(
                caller.id(),
                key,
                "POST receipt " + order,
                () -> new IdempotentCall.Answer(200, Json.text(view(orders.receive(caller.id(), id(order))))));
    }

    /** Freezes the escrow until the house decides. Takes {reason}, 1 to 2000 characters. */
    @POST
    @Path("{order}/dispute")
    @Consumes(MediaType.APPLICATION_JSON)
    public OrderView dispute(@PathParam("order") String order, Input input) {
        String reason = input.text("reason", 1, LONGEST_STATEMENT);
        input.check();
        return view(disputes.open(caller.id(), id(order), reason));
    }

    /** What one side has to add to a dispute. Takes {text}, 1 to 2000 characters. */
    @POST
    @Path("{order}/dispute/statements")
    @Consumes(MediaType.APPLICATION_JSON)
    public OrderView say(@PathParam("order") String order, Input input) {
        String text = input.text("text", 1, LONGEST_STATEMENT);
        input.check();
        return view(disputes.say(caller.id(), id(order), text));
    }

    private OrderView view(Order order) {
        return views(List.of(order)).get(0).with(disputes.of(order.id()).orElse(null));
    }

    private List<OrderView> views(Collection<Order> found) {
        Set<Long> parties = found.stream()
                .flatMap(order -> Stream.of(order.seller(), order.buyer()))
                .collect(Collectors.toSet());
        var profiles = members.profiles(parties);
        return found.stream().map(order -> OrderView.of(order, profiles)).toList();
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("order"));
    }
}
