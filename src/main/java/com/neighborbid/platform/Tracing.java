package com.neighborbid.platform;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Switches {@link Traces} on for the application's life, if {@code otel.sdk.disabled} is false. Everything else is of
 * OpenTelemetry's own settings ({@code OTEL_...}), which Payara reads: where spans go, how many are sampled.
 */
@ApplicationScoped
class Tracing {
    private static final String SCOPE = "neighborbid";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private OpenTelemetry telemetry;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (!settings.flag("otel.sdk.disabled", true)) {
            Traces.use(telemetry.getTracer(SCOPE));
        }
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        Traces.use(null);
    }
}
