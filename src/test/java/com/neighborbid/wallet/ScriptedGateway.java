package com.neighborbid.wallet;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A gateway that says what the test tells it to; its events are {@code id,payment,status}. */
final class ScriptedGateway implements PaymentGateway {
    PaymentStatus says = PaymentStatus.PENDING;

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void check(PaymentOrder order) {}

    @Override
    public GatewayAnswer begin(Payment payment) {
        return new GatewayAnswer(says, Map.of());
    }

    @Override
    public GatewayAnswer confirm(Payment payment) {
        return new GatewayAnswer(says, Map.of());
    }

    @Override
    public GatewayAnswer find(Payment payment) {
        return new GatewayAnswer(says, Map.of());
    }

    @Override
    public Optional<GatewayEvent> read(HttpHeaders headers, byte[] body) {
        String[] parts = new String(body, StandardCharsets.UTF_8).split(",");
        return Optional.of(new GatewayEvent(parts[0], Long.parseLong(parts[1]), PaymentStatus.valueOf(parts[2])));
    }
}
