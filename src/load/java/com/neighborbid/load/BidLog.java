package com.neighborbid.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An auction's bid log, checked as anyone can check it: hash(n) is the SHA-256 of {@code hash(n-1)|auction
 * id|seq|amount|paddle|at|proxy}, hash(0) that of the auction's id, and the last line names the head.
 */
public record BidLog(List<RecordedBid> bids, String head) {
    /**
     * Reads the NDJSON of {@code GET /api/auctions/{id}/log}.
     *
     * @throws ContractException if a seq is missing, a hash does not follow, or the head is another
     */
    public static BidLog verified(String auction, String ndjson) {
        List<RecordedBid> bids = new ArrayList<>();
        String hash = sha256(auction);
        JsonObject last = JsonObject.EMPTY_JSON_OBJECT;
        for (String line : ndjson.lines().filter(text -> !text.isBlank()).toList()) {
            last = parse(line);
            if (!last.containsKey("head")) {
                RecordedBid bid = RecordedBid.of(last);
                bids.add(bid);
                hash = sha256(String.join(
                        "|",
                        hash,
                        auction,
                        Long.toString(bid.seq()),
                        Long.toString(bid.amount()),
                        Integer.toString(bid.paddle()),
                        Long.toString(bid.at()),
                        bid.proxy() ? "1" : "0"));
                check(bid.seq() == bids.size(), auction, "seq " + bid.seq() + " in line " + bids.size());
                check(hash.equals(last.getString("hash")), auction, "hash of seq " + bid.seq());
            }
        }
        check(hash.equals(last.getString("head", "")), auction, "head " + last);
        check(Answer.number(last, "seq") == bids.size(), auction, "the head's seq " + last);
        return new BidLog(bids, hash);
    }

    private static JsonObject parse(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static void check(boolean holds, String auction, String what) {
        if (!holds) {
            throw new ContractException("the log of " + auction + " is wrong: " + what);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
