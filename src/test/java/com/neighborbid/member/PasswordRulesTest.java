package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final EmailAddress MINA = new EmailAddress("Mina.Kim@example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "password",
                "PassWord1",
                "12345678",
                "abcdefgh",
                "99999999",
                "87654321",
                "qwerty123",
                "mina.kim@EXAMPLE.com",
                "mina.kim",
                "\uBBF8\uB098"
            })
    void refusesWhatIsGuessedFirst(String weak) {
        assertTrue(PasswordRules.faultOf(weak, MINA).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a bicycle of 2019",
                "Tr0mbone",
                "\uC790\uC804\uAC70 \uD0C0\uACE0 \uD55C\uAC15",
                "\uD83D\uDEB2\uD83D\uDEB2\uD83C\uDFE1abcde"
            })
    void takesAnyOtherOfEightCharacters(String good) {
        assertEquals(Optional.empty(), PasswordRules.faultOf(good, MINA));
    }

    @Test
    void takesAVeryLongOneUpToABound() {
        assertEquals(Optional.empty(), PasswordRules.faultOf("ab3".repeat(85), MINA));
        assertTrue(PasswordRules.faultOf("ab3".repeat(86), MINA).isPresent());
    }
}
