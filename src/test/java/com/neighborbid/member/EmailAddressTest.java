package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "Mina.Kim+bids@mail.example.com", "o'neill@example.co.kr", "x_y-z@xn--bb0b.kr"})
    void takesAddresses(String good) {
        assertTrue(EmailAddress.parse(good).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.co",
                "a@",
                "a@b",
                "a b@c.de",
                "a@b..co",
                ".a@b.co",
                "a..b@c.de",
                "a@-b.co",
                "a@b.co\n",
                "a@b@c.de",
                "\"a\"@b.co",
                "a@b.co, c@d.ef",
                "<a@b.co>"
            })
    void refusesWhatIsNone(String bad) {
        assertEquals(Optional.empty(), EmailAddress.parse(bad));
    }

    @Test
    void isTheSameInAnyCase() {
        assertEquals("mina@example.com", new EmailAddress("MINA@Example.com").key());
    }

    @Test
    void hasABoundedLength() {
        assertEquals(Optional.empty(), EmailAddress.parse("a".repeat(65) + "@b.co"));
        assertEquals(Optional.empty(), EmailAddress.parse("a@" + "b.".repeat(130) + "co"));
    }
}
