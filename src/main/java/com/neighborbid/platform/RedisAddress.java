package com.neighborbid.platform;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is: one server ({@code redis://user:password@host:port}), the servers of a cluster of which some are named
 * ({@code redis-cluster://...@host:port,host:port}), or the sentinels that know the primary
 * ({@code redis-sentinel://...@host:port,host:port/primary}). {@code rediss} in place of {@code redis} is TLS. User and
 * password are those of the servers, with {@code %} escapes; sentinels are asked without.
 *
 * @param hosts of the server, of some of the cluster's, or of the sentinels
 * @param primary by which name the sentinels know it; empty for the other kinds
 */
public record RedisAddress(
        Kind kind,
        boolean tls,
        @Nullable String user,
        @Nullable String password,
        Set<HostAndPort> hosts,
        String primary) {
    private static final Pattern URL =
            Pattern.compile("(redis|rediss)(-cluster|-sentinel)?://(?:([^/@]*)@)?([^/@]+)(?:/([^/]*))?");
    private static final int SERVER_PORT = 6379;
    private static final int SENTINEL_PORT = 26_379;

    /** What the hosts are. */
    public enum Kind {
        SERVER,
        CLUSTER,
        SENTINEL
    }

    /** @throws IllegalArgumentException when it is none of the forms above */
    public static RedisAddress parse(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw wrong();
        }
        String suffix = parts.group(2);
        Kind kind =
                suffix == null ? Kind.SERVER : Kind.valueOf(suffix.substring(1).toUpperCase(Locale.ROOT));
        int port = kind == Kind.SENTINEL ? SENTINEL_PORT : SERVER_PORT;
        Set<HostAndPort> hosts = new LinkedHashSet<>();
        Arrays.stream(parts.group(4).split(",", -1)).forEach(host -> hosts.add(host(host, port)));
        String primary = parts.group(5) == null ? "" : parts.group(5);
        boolean oneServer = kind != Kind.SERVER || (hosts.size() == 1 && (primary.isEmpty() || primary.equals("0")));
        if (!oneServer || (kind == Kind.SENTINEL) == primary.isEmpty()) {
            throw wrong();
        }
        String[] credentials = credentials(parts.group(3));
        return new RedisAddress(kind, parts.group(1).equals("rediss"), credentials[0], credentials[1], hosts, primary);
    }

    private static HostAndPort host(String text, int byDefault) {
        URI authority = URI.create("redis://" + text);
        if (authority.getHost() == null || authority.getUserInfo() != null) {
            throw wrong();
        }
        return new HostAndPort(authority.getHost(), authority.getPort() < 0 ? byDefault : authority.getPort());
    }

    private static @Nullable String[] credentials(@Nullable String text) {
        String decoded =
                text == null ? null : URI.create("redis://" + text + "@host").getUserInfo();
        if (decoded == null) {
            return new @Nullable String[] {null, null};
        }
        int colon = decoded.indexOf(':');
        return new @Nullable String[] {colon > 0 ? decoded.substring(0, colon) : null, decoded.substring(colon + 1)};
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("redis://host:port, redis-cluster://host:port,host:port or"
                + " redis-sentinel://host:port,host:port/primary, each with user:password@ where Redis asks for them");
    }
}
