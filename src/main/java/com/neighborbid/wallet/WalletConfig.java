package com.neighborbid.wallet;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/**
 * Settings of payments.
 *
 * @param sandboxMost the largest top-up through the sandbox, in the minor unit
 * @param sandboxWebhookSecret signs the sandbox's events; several, parted by commas, while one is replaced by another;
 *     empty: every event is refused
 * @param reconcileAfterMs how old a pending payment is when its gateway is first asked about it
 */
record WalletConfig(long sandboxMost, String sandboxWebhookSecret, long reconcileAfterMs) implements ComponentConfig {
    private static final long SANDBOX_MOST = 1_000_000_000L;
    private static final long DAY_MS = 86_400_000L;

    /** Every secret that may sign an event now. */
    List<String> sandboxWebhookSecrets() {
        return Arrays.stream(sandboxWebhookSecret.split(","))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "WalletConfig[sandboxMost=" + sandboxMost + ", reconcileAfterMs=" + reconcileAfterMs + "]";
    }

    static class Producer {
        @Produces
        @Singleton
        WalletConfig config(Settings settings) {
            return new WalletConfig(
                    settings.integer("nb.sandbox.most", SANDBOX_MOST, 1, SANDBOX_MOST),
                    settings.text("nb.sandbox.webhook.secret", ""),
                    settings.integer("nb.payments.reconcile.after.ms", 3000, 0, DAY_MS));
        }
    }
}
