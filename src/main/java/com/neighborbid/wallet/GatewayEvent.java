package com.neighborbid.wallet;

/**
 * What a gateway tells by itself.
 *
 * @param id the same for every repeat
 * @param payment which payment it is about
 */
record GatewayEvent(String id, long payment, PaymentStatus status) {}
