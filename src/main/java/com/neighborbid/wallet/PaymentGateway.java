package com.neighborbid.wallet;

import com.neighborbid.platform.RejectedException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Someone who takes money from members for us. It knows a payment by our id, and being asked twice for the same one is
 * harmless. A call that gets no answer says pending; it does not throw.
 */
interface PaymentGateway {
    /** Its name in the contract and in the books, lower case. */
    String name();

    /** @throws RejectedException {@code INVALID} for an amount or a method that it does not take */
    void check(PaymentOrder order);

    /** Begins a payment. */
    GatewayAnswer begin(Payment payment);

    /** Goes on with one, after the member's part. */
    GatewayAnswer confirm(Payment payment);

    /** How one stands, without changing it. */
    GatewayAnswer find(Payment payment);

    /**
     * Reads an event that says it is from this gateway, or empty when it is about nothing that matters here.
     *
     * @throws RejectedException {@code BAD_SIGNATURE} when it is not
     */
    Optional<GatewayEvent> read(HttpHeaders headers, byte[] body);
}
