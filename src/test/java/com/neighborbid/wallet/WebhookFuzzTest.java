package com.neighborbid.wallet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signatures of strangers over their events: none matches that does not hold the right one, of now. */
class WebhookFuzzTest {
    private static final long NOW = 1_790_000_000_000L;
    private static final long TOLERANCE_MS = 300_000;
    private static final byte[] BODY = "{\"id\":\"e1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Pattern TIME = Pattern.compile("t=(\\d{1,15})");

    private final WebhookSignature signature = new WebhookSignature("a secret of the gateway");

    @FuzzTest
    void matchesNoSignatureButTheRightOne(byte[] input) {
        String header = new String(input, StandardCharsets.UTF_8);
        if (signature.matches(header, BODY, NOW)) {
            Matcher times = TIME.matcher(header);
            assertTrue(times.results().anyMatch(time -> isRight(header, time.group(1))), header);
        }
    }

    private boolean isRight(String header, String time) {
        return Math.abs(NOW - Long.parseLong(time) * 1000) <= TOLERANCE_MS + 1000
                && header.contains("v1=" + signature.sign(time, BODY));
    }
}
