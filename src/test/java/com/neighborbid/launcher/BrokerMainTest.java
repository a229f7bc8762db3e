package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;

class BrokerMainTest {
    @Test
    void mailIsTriedForANight() {
        Duration tried = triedFor(BrokerMain.mailSettings());
        assertTrue(tried.compareTo(Duration.ofHours(8)) > 0, tried::toString);
        assertTrue(tried.compareTo(Duration.ofHours(24)) < 0, tried::toString);
    }

    @Test
    void allElseIsGivenUpWithinMinutes() {
        Duration tried = triedFor(BrokerMain.addressSettings());
        assertTrue(tried.compareTo(Duration.ofMinutes(1)) > 0, tried::toString);
        assertTrue(tried.compareTo(Duration.ofMinutes(5)) < 0, tried::toString);
    }

    @Test
    void bothEndInTheSameDeadLetters() {
        assertEquals("DLQ", BrokerMain.mailSettings().getDeadLetterAddress().toString());
        assertEquals("DLQ", BrokerMain.addressSettings().getDeadLetterAddress().toString());
    }

    /** From the first attempt to the last. */
    private static Duration triedFor(AddressSettings settings) {
        double delay = settings.getRedeliveryDelay();
        double total = 0;
        for (int attempt = 1; attempt < settings.getMaxDeliveryAttempts(); attempt++) {
            total += delay;
            delay = Math.min(delay * settings.getRedeliveryMultiplier(), settings.getMaxRedeliveryDelay());
        }
        return Duration.ofMillis((long) total);
    }
}
