package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.ClientAddress;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RedisAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private final Origins origins =
            new Origins(config("https://Neighbor.example/"), new ClientAddress(platform("10.0.0.9")));

    @Test
    void allowsTheAddressThatTheRequestWasSentTo() {
        assertTrue(allows(Map.of("Host", "127.0.0.1:8080", "Origin", "http://127.0.0.1:8080")));
        assertTrue(allows(Map.of("Host", "Bid.example:80", "Origin", "http://bid.example")));
    }

    @Test
    void allowsTheAddressThatTheProxyNames() {
        assertTrue(
                allows(Map.of("Host", "bid.example", "X-Forwarded-Proto", "https", "Origin", "https://bid.example")));
        assertFalse(
                allows(Map.of("Host", "bid.example", "X-Forwarded-Proto", "https", "Origin", "http://bid.example")));
    }

    @Test
    void believesNoSchemeOfSomebodyWhoIsNoProxy() {
        HttpServletRequest request = Requests.with(
                "10.0.0.8",
                Map.of("Host", "bid.example", "X-Forwarded-Proto", "https", "Origin", "https://bid.example"));
        assertFalse(origins.allows(request));
    }

    @Test
    void allowsThoseOfTheSettings() {
        assertTrue(allows(Map.of("Host", "10.0.0.1:8080", "Origin", "https://neighbor.example")));
        assertTrue(allows(Map.of("Host", "10.0.0.1:8080", "Origin", "https://neighbor.example:443")));
    }

    @Test
    void allowsNoOther() {
        assertFalse(allows(Map.of("Host", "127.0.0.1:8080")));
        assertFalse(allows(Map.of("Host", "127.0.0.1:8080", "Origin", "null")));
        assertFalse(allows(Map.of("Host", "127.0.0.1:8080", "Origin", "")));
        assertFalse(allows(Map.of("Host", "127.0.0.1:8080", "Origin", "http://127.0.0.1:8081")));
        assertFalse(allows(Map.of("Host", "127.0.0.1:8080", "Origin", "http://127.0.0.1:8080.evil.example")));
        assertFalse(allows(Map.of("Host", "bid.example", "Origin", "not an address")));
    }

    @Test
    void tellsNamesApartThatAreNoHostsByTheRules() {
        assertTrue(allows(Map.of("Host", "my_house:8080", "Origin", "http://my_house:8080")));
        assertFalse(allows(Map.of("Host", "my_house", "Origin", "http://evil_house")));
        assertFalse(allows(Map.of("Host", "my_house", "Origin", "http:evil")));
    }

    private boolean allows(Map<String, String> headers) {
        return origins.allows(Requests.with("10.0.0.9", headers));
    }

    static PlatformConfig platform(String proxy) {
        return new PlatformConfig(
                "n",
                Set.of(),
                Path.of("."),
                "",
                "",
                "",
                RedisAddress.parse("redis://127.0.0.1"),
                2,
                100,
                Set.of(proxy),
                true);
    }

    static MemberConfig config(String allowed) {
        return new MemberConfig(
                30,
                Set.of(allowed),
                "",
                "",
                new MemberConfig.Hashing(2, 2, 10),
                10,
                new MemberConfig.LoginLimits(1, 1, 1));
    }
}
