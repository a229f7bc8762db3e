package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.neighborbid.platform.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Headers of strangers that say who asks: a foreign Origin is never taken for the house's own, and whoever is no trusted
 * proxy cannot speak for others. A line of the input is {@code name: value}; {@code peer} is the sender.
 */
class RequestFuzzTest {
    private static final String PROXY = "10.0.0.9";

    private final ClientAddress client = new ClientAddress(OriginsTest.platform(PROXY));
    private final Origins origins = new Origins(OriginsTest.config("https://neighbor.example"), client);

    @FuzzTest
    void believesNobodyWithoutReason(byte[] input) {
        Map<String, String> headers = new HashMap<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n", 20)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        String peer = headers.getOrDefault("peer", "203.0.113.7");
        HttpServletRequest request = Requests.with(peer, headers);
        if (peer.equals(PROXY)) {
            assertFalse(client.of(request).contains(","));
        } else {
            assertEquals(peer, client.of(request));
            assertFalse(client.isSecure(request), "said by somebody who is no proxy");
        }
        if (origins.allows(request)) {
            verifyOrigin(headers.get("Origin"), String.valueOf(headers.get("Host")));
        }
        Credentials.of(request).ifPresent(given -> assertFalse(given.toString().contains("token")));
        EmailAddress.parse(headers.getOrDefault("email", ""))
                .ifPresent(address -> assertEquals(
                        1, address.text().chars().filter(c -> c == '@').count()));
    }

    /** By the names alone: schemes and ports are {@link OriginsTest}'s. */
    private static void verifyOrigin(String origin, String host) {
        String from = nameIn(origin.toLowerCase(Locale.ROOT));
        String own = nameIn("http://" + host.toLowerCase(Locale.ROOT));
        assertTrue(from.equals("neighbor.example") || from.equals(own), () -> origin + " is taken for " + host);
    }

    private static String nameIn(String address) {
        String all = address.substring(address.indexOf("//") + 2);
        try {
            String name = URI.create(address).getHost();
            return name == null ? all : name;
        } catch (IllegalArgumentException noAddress) {
            return all;
        }
    }
}
