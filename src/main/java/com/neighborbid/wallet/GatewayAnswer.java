package com.neighborbid.wallet;

import java.util.Map;

/**
 * What a gateway says of a payment.
 *
 * @param checkout what the member's browser needs to go on with a pending one, in the gateway's own words; may be empty
 */
record GatewayAnswer(PaymentStatus status, Map<String, String> checkout) {
    static final GatewayAnswer CAPTURED = new GatewayAnswer(PaymentStatus.CAPTURED, Map.of());
    static final GatewayAnswer DECLINED = new GatewayAnswer(PaymentStatus.DECLINED, Map.of());
    /** Also for a gateway that did not answer in time: it is asked again later. */
    static final GatewayAnswer PENDING = new GatewayAnswer(PaymentStatus.PENDING, Map.of());
}
