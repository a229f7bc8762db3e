package com.neighborbid.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

    private final WebhookSignature signature = new WebhookSignature("whsec_test");

    /** From {@code printf '1800000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test}. */
    @Test
    void signsAsOpensslDoes() {
        assertEquals(
                "45705be2a45ab5acdd1395cc695e9e7073125385ec24194921c401dff44176f8", signature.sign("1800000000", BODY));
    }

    @Test
    void takesItsOwnSignatureAmongOthers() {
        assertTrue(matches("t=1800000000,v1=" + signature.sign("1800000000", BODY)));
        assertTrue(matches("t=1800000000, v1=00, v0=1, v1=" + signature.sign("1800000000", BODY)));
    }

    @Test
    void takesItForFiveMinutesEitherWay() {
        assertTrue(matches("t=1799999700,v1=" + signature.sign("1799999700", BODY)));
        assertFalse(matches("t=1799999699,v1=" + signature.sign("1799999699", BODY)));
        assertTrue(matches("t=1800000300,v1=" + signature.sign("1800000300", BODY)));
        assertFalse(matches("t=1800000301,v1=" + signature.sign("1800000301", BODY)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "t=1800000000",
                "v1=00",
                "t=x,v1=00",
                "t=1800000000,v1=",
                "t=99999999999999999999,v1=0",
                ",=,"
            })
    void refusesWhatIsNone(String header) {
        assertFalse(matches(header));
    }

    @Test
    void refusesAnotherBodyTimeOrSecret() {
        String v1 = signature.sign("1800000000", BODY);
        assertFalse(signature.matches("t=1800000000,v1=" + v1, new byte[0], NOW));
        assertFalse(matches("t=1800000001,v1=" + v1));
        assertFalse(new WebhookSignature("other").matches("t=1800000000,v1=" + v1, BODY, NOW));
        assertFalse(new WebhookSignature("").matches("t=1800000000,v1=" + v1, BODY, NOW));
    }

    private boolean matches(String header) {
        return signature.matches(header, BODY, NOW);
    }
}
