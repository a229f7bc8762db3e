package com.neighborbid.system;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the address ({@link URI}) of a running house, or the {@link House} where the test needs its engines. The first test that asks starts it; all share it; it is
 * closed after the last. With the system property {@code nb.system.url} the house at that address is used instead.
 */
public final class RunningHouse implements ParameterResolver {
    /** The admin of a house that is started here. */
    public static final String ADMIN_EMAIL = "admin@example.com";

    public static final String ADMIN_PASSWORD = "an admin of a house for tests";

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningHouse.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == URI.class || type == House.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String running = System.getProperty("nb.system.url", "");
        boolean wantsHouse = parameter.getParameter().getType() == House.class;
        if (!running.isEmpty()) {
            Assumptions.assumeFalse(wantsHouse, "needs a house that was started here");
            return URI.create(running);
        }
        House house = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(House.class, key -> start("shared"), House.class);
        if (wantsHouse) {
            return house;
        }
        return house.url();
    }

    /** An empty house without rate limits, in a fresh directory whose name has this word in it. */
    static House start(String name) {
        return start(name, Map.of());
    }

    /** As {@link #start(String)}, with more of its environment. */
    static House start(String name, Map<String, String> more) {
        Path data = Path.of("target", "houses", name + "-" + System.currentTimeMillis());
        try {
            return House.start(HouseConfig.forTest(data)
                    .with(Map.of(
                            "NB_RATE_LIMITS",
                            "off",
                            "NB_ADMIN_EMAIL",
                            ADMIN_EMAIL,
                            "NB_ADMIN_PASSWORD",
                            ADMIN_PASSWORD))
                    .with(more));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the house was starting", e);
        }
    }
}
