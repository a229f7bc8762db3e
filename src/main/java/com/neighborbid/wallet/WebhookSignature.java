package com.neighborbid.wallet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of events as Stripe makes them: {@code t=<unix seconds>,v1=<hex>[,v1=<hex>]}, where v1 is the HMAC-SHA256 of
 * {@code t + "." + body}. Any v1 may match; a signature more than five minutes from now is too old, or too early.
 *
 * @param secret empty: nothing matches
 */
record WebhookSignature(String secret) {
    private static final long TOLERANCE_SECONDS = Duration.ofMinutes(5).toSeconds();
    private static final String ALGORITHM = "HmacSHA256";

    /** Whether the header signs the body. */
    boolean matches(@Nullable String header, byte[] body, long now) {
        if (secret.isEmpty() || header == null) {
            return false;
        }
        String signedAt = "";
        List<String> signatures = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                signedAt = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                signatures.add(pair[1]);
            }
        }
        if (!signedAt.matches("\\d{1,15}") || Math.abs(now / 1000 - Long.parseLong(signedAt)) > TOLERANCE_SECONDS) {
            return false;
        }
        byte[] expected = sign(signedAt, body).getBytes(StandardCharsets.US_ASCII);
        return signatures.stream()
                .anyMatch(given -> MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)));
    }

    /** The v1 of a body that is signed at a time in Unix seconds. */
    String sign(String signedAt, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((signedAt + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
