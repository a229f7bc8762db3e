package com.neighborbid.member;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of forgotten passwords.
 *
 * @param resetMinutes how long the link of a mail is good
 * @param perMember mails that may be asked for one address in fifteen minutes
 * @param perAddress mails that one client address may ask for in fifteen minutes
 */
record PasswordConfig(int resetMinutes, int perMember, int perAddress) implements ComponentConfig {
    static class Producer {
        @Produces
        @Singleton
        PasswordConfig config(Settings settings) {
            return new PasswordConfig(
                    settings.number("nb.password.reset.minutes", 60, 5, 1440),
                    settings.number("nb.password.resets.per.member", 3, 1, 1000),
                    settings.number("nb.password.resets.per.address", 20, 1, 1_000_000));
        }
    }
}
