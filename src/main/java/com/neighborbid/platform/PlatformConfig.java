package com.neighborbid.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Set;

/**
 * Settings of the platform.
 *
 * @param node this instance's name among its like, unique for its life
 * @param roles what it does
 * @param dataDir where photos and, without SMTP, mails are kept
 * @param redis where it is
 * @param redisConnections most connections to a server of Redis
 * @param redisTimeoutMs how long a call to Redis may take
 * @param trustedProxies addresses and networks whose {@code X-Forwarded-} headers are believed
 * @param rateLimits whether rates are limited; off for load tests
 */
public record PlatformConfig(
        String node,
        Set<Role> roles,
        Path dataDir,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        RedisAddress redis,
        int redisConnections,
        int redisTimeoutMs,
        Set<String> trustedProxies,
        boolean rateLimits)
        implements ComponentConfig {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Without the secrets that some of its values hold. */
    @Override
    public String toString() {
        return "PlatformConfig[node=" + node + ", roles=" + roles + ", dataDir=" + dataDir + "]";
    }

    static class Producer {
        @Produces
        @Singleton
        PlatformConfig config(Settings settings, Time time) {
            return new PlatformConfig(
                    settings.text("nb.node", Ids.text(Ids.next(time))),
                    settings.choices("nb.role", Role.class),
                    Path.of(settings.text("nb.data.dir", "data")).toAbsolutePath(),
                    settings.text("nb.db.url", ""),
                    settings.text("nb.db.user", ""),
                    settings.text("nb.db.password", ""),
                    settings.parsed("nb.redis.url", "redis://127.0.0.1:6379", RedisAddress::parse),
                    settings.number("nb.redis.connections", 32, 2, 1024),
                    settings.number("nb.redis.timeout.ms", 2000, 10, 60_000),
                    settings.list("nb.trusted.proxies", "127.0.0.1, ::1, 0:0:0:0:0:0:0:1"),
                    settings.flag("nb.rate.limits", true));
        }
    }
}
