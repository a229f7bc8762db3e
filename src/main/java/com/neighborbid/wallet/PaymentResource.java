package com.neighborbid.wallet;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.IdempotentCall;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Top-ups of the member's own wallet. */
@Path("payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "admin"})
public class PaymentResource {
    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_NAME = 40;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Payments payments;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Gateways gateways;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private IdempotentCall idempotent;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    /** A payment just begun; {@code checkout} only where the member has to do something. */
    public record View(
            String id,
            String status,
            long amount,
            Currency currency,
            String method,
            @Nullable Map<String, String> checkout) {}

    /** How a payment stands. */
    public record Confirmed(String id, String status) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@HeaderParam(KEY) @Nullable String key, Input input) {
        long member = caller.id();
        return idempotent.run(member, key, "POST /payments " + input.json(), () -> {
            PaymentOrder order = order(input);
            PaymentGateway gateway = gateways.named(order.gateway())
                    .orElseThrow(() -> RejectedException.invalid("gateway", "is none of the house's"));
            gateway.check(order);
            return new IdempotentCall.Answer(201, Json.text(view(payments.begin(member, order, gateway))));
        });
    }

    @POST
    @Path("{id}/confirm")
    public Response confirm(@HeaderParam(KEY) @Nullable String key, @PathParam("id") String id) {
        long member = caller.id();
        return idempotent.runIfKeyed(member, key, "POST /payments/" + id + "/confirm", () -> {
            Payment payment = Ids.parse(id).stream()
                    .mapToObj(number -> payments.find(member, number))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> RejectedException.notFound("payment"));
            PaymentStatus said = gateways.named(payment.gateway())
                    .orElseThrow(() -> RejectedException.notFound("gateway"))
                    .confirm(payment)
                    .status();
            Payment now = payments.apply(payment.id(), said);
            return new IdempotentCall.Answer(
                    200, Json.text(new Confirmed(id, now.status().name())));
        });
    }

    private static PaymentOrder order(Input input) {
        long amount = input.integer("amount", 1, Money.MOST);
        Currency currency = input.currency("currency");
        String gateway = input.text("gateway", 1, LONGEST_NAME);
        String method = input.text("method", 1, LONGEST_NAME);
        input.check();
        return new PaymentOrder(new Money(amount, currency), gateway, method);
    }

    private static View view(Payments.Begun begun) {
        Payment payment = begun.payment();
        Map<String, String> checkout = begun.answer().checkout();
        return new View(
                Ids.text(payment.id()),
                payment.status().name(),
                payment.amount().amount(),
                payment.amount().currency(),
                payment.method(),
                checkout.isEmpty() ? null : checkout);
    }
}
