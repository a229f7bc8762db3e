package com.neighborbid.bidding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Redis function library {@code neighborbid}, which decides bids. Redis takes a library as one text: here it is put
 * together from its parts in {@code library/}, of which each may use what those before it define.
 */
public final class BidLibrary {
    private static final List<String> PARTS = List.of(
            "library",
            "texts",
            "server",
            "auction",
            "increments",
            "events",
            "paddles",
            "rules",
            "bid",
            "paddle-calls",
            "life",
            "look",
            "recorded",
            "recovery");

    private BidLibrary() {}

    /** The whole library, as {@code FUNCTION LOAD} takes it. */
    public static String source() {
        return PARTS.stream().map(BidLibrary::part).collect(Collectors.joining("\n"));
    }

    private static String part(String name) {
        String file = "library/" + name + ".lua";
        try (InputStream part = BidLibrary.class.getResourceAsStream(file)) {
            if (part == null) {
                throw new IllegalStateException("No resource " + file + " beside " + BidLibrary.class);
            }
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
