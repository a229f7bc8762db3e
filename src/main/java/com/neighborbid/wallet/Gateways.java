package com.neighborbid.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The gateways that the house has, by name. */
@ApplicationScoped
class Gateways {
    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    private Instance<PaymentGateway> all;

    Optional<PaymentGateway> named(String name) {
        return all.stream().filter(gateway -> gateway.name().equals(name)).findFirst();
    }
}
