package com.neighborbid.settlement;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Settings of settlement.
 *
 * @param feeBps the house's share of a price, in basis points
 * @param escrowDays after how many days the seller is paid without a word from the buyer
 * @param statementsMost what both sides together may say in a dispute
 */
record SettlementConfig(int feeBps, int escrowDays, int statementsMost) implements ComponentConfig {
    /** The house's fee on a price, rounded down. */
    Money fee(Money price) {
        return price.share(feeBps);
    }

    /** When the escrow of an order made now is released at the latest, in milliseconds since the epoch. */
    long releaseAt(long now) {
        return now + Duration.ofDays(escrowDays).toMillis();
    }

    static class Producer {
        @Produces
        @Singleton
        SettlementConfig config(Settings settings) {
            return new SettlementConfig(
                    settings.number("nb.fee.bps", 300, 0, 10_000),
                    settings.number("nb.escrow.days", 7, 0, 365),
                    settings.number("nb.dispute.statements", 20, 2, 1000));
        }
    }
}
