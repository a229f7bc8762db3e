package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void readsABearerToken() {
        assertEquals(Optional.of(new Credentials("t1", false)), of(Map.of("Authorization", "bearer t1")));
    }

    @Test
    void readsTheCookie() {
        assertEquals(Optional.of(new Credentials("t2", true)), of(Map.of("Cookie", "t2")));
    }

    @Test
    void prefersTheBearerToken() {
        assertEquals(
                Optional.of(new Credentials("t1", false)), of(Map.of("Authorization", "Bearer t1", "Cookie", "t2")));
    }

    @Test
    void findsNoneInAnythingElse() {
        assertEquals(Optional.empty(), of(Map.of("Authorization", "Basic dDE6")));
    }

    private static Optional<Credentials> of(Map<String, String> headers) {
        return Credentials.of(Requests.with(headers));
    }
}
