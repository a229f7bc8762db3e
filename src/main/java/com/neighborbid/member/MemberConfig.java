package com.neighborbid.member;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Settings of members and sessions.
 *
 * @param sessionDays how long a session lives
 * @param allowedOrigins Origins that cookies may come from, beside the address that a request was sent to
 * @param adminEmail the first admin's address, empty for none
 * @param adminPassword the first admin's password
 * @param hashing how many passwords are hashed, and how many wait for it
 * @param registrationsPerAddress members that one client address may register in ten minutes
 * @param limits what counts as too many failed logins
 */
record MemberConfig(
        int sessionDays,
        Set<String> allowedOrigins,
        String adminEmail,
        String adminPassword,
        Hashing hashing,
        int registrationsPerAddress,
        LoginLimits limits)
        implements ComponentConfig {

    MemberConfig {
        if (!adminEmail.isEmpty() && (!adminEmail.contains("@") || adminPassword.isEmpty())) {
            throw new IllegalArgumentException("Settings nb.admin.email (NB_ADMIN_EMAIL) and nb.admin.password"
                    + " (NB_ADMIN_PASSWORD) must both be set, the first to an e-mail address");
        }
    }

    /**
     * Bounds on the hashing of passwords, in one instance.
     *
     * @param atOnce hashed at the same time: each takes a processor, for some 25 ms, and 19 MiB
     * @param waiting callers that may wait for their turn; one more is refused
     * @param waitSeconds how long they may wait: whose turn comes later is refused without a hash
     */
    record Hashing(int atOnce, int waiting, int waitSeconds) {}

    /**
     * Failed logins allowed in five minutes. The first is small, since it locks out only the client that guesses; the
     * second stops guesses at one member from many clients; the third stops one client that tries many members.
     */
    record LoginLimits(int perMemberAndAddress, int perMember, int perAddress) {}

    /** Without the password. */
    @Override
    public String toString() {
        return "MemberConfig[sessionDays=" + sessionDays + ", allowedOrigins=" + allowedOrigins + "]";
    }

    static class Producer {
        @Produces
        @Singleton
        MemberConfig config(Settings settings) {
            return new MemberConfig(
                    settings.number("nb.session.days", 30, 1, 3650),
                    settings.list("nb.allowed.origins", ""),
                    settings.text("nb.admin.email", ""),
                    settings.text("nb.admin.password", ""),
                    new Hashing(
                            settings.number("nb.password.hashes", 2, 1, 64),
                            settings.number("nb.password.waiting", 250, 1, 10_000),
                            settings.number("nb.password.wait.seconds", 8, 1, 60)),
                    settings.number("nb.registrations.per.address", 1000, 1, 1_000_000),
                    new LoginLimits(
                            settings.number("nb.login.failures", 8, 1, 1000),
                            settings.number("nb.login.failures.per.member", 40, 1, 100_000),
                            settings.number("nb.login.failures.per.address", 100, 1, 1_000_000)));
        }
    }
}
