package com.neighborbid.wallet;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** Where gateways tell what became of payments. Whoever calls is believed by the signature alone. */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private static final int MOST_BYTES = 64 * 1024;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Gateways gateways;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Payments payments;

    /** The event is here to stay. */
    public record Received(boolean received) {}

    @POST
    @Path("{gateway}")
    public Received receive(@PathParam("gateway") String name, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        PaymentGateway gateway = gateways.named(name).orElseThrow(() -> RejectedException.notFound("gateway"));
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new RejectedException(CommonRejection.TOO_LARGE);
        }
        gateway.read(headers, bytes).ifPresent(event -> payments.receive(name, event));
        return new Received(true);
    }
}
