package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void keepsOwaspsParametersInThePhcFormat() {
        assertTrue(PasswordHash.of("a bicycle of 2019", random).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void matchesItsPasswordAlone() {
        String hash = PasswordHash.of("a bicycle of 2019", random);
        assertTrue(PasswordHash.matches("a bicycle of 2019", hash));
        assertFalse(PasswordHash.matches("a bicycle of 2018", hash));
    }

    @Test
    void saltsEveryHash() {
        assertNotEquals(PasswordHash.of("a bicycle of 2019", random), PasswordHash.of("a bicycle of 2019", random));
    }

    @Test
    void takesTheSameLettersInAnotherEncoding() {
        assertTrue(PasswordHash.matches("\u1106\u1175\u1102\u1161", PasswordHash.of("\ubbf8\ub098", random)));
    }

    /** From the test suite of the reference implementation, phc-winner-argon2. */
    @Test
    void agreesWithTheReferenceImplementation() {
        assertTrue(PasswordHash.matches(
                "password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.matches("x", "$2a$10$abc"));
    }

    @Test
    void hashOfNobodyCanBeCheckedAndMatchesNothing() {
        assertFalse(PasswordHash.matches("", PasswordHash.OF_NOBODY));
    }
}
