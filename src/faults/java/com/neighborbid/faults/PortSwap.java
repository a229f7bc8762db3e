package com.neighborbid.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Puts one port for another in what a sentinel says, so that its listener goes through the link to the server that is meant.
 * Ports have five digits each, so nothing moves; a sentinel's message is short and comes whole.
 */
final class PortSwap implements Tap {
    private final Map<byte[], byte[]> swaps;

    PortSwap(Map<Integer, Integer> ports) {
        swaps = new java.util.HashMap<>();
        ports.forEach((from, to) -> swaps.put(digits(from), digits(to)));
    }

    @Override
    public Verdict look(byte[] bytes, int length) {
        byte[] before = Arrays.copyOf(bytes, length);
        swaps.forEach((from, to) -> {
            for (int at = 0; at + from.length <= length; at++) {
                if (Arrays.equals(before, at, at + from.length, from, 0, from.length)) {
                    System.arraycopy(to, 0, bytes, at, to.length);
                }
            }
        });
        return Verdict.PASS;
    }

    private static byte[] digits(int port) {
        if (port < 10_000) {
            throw new IllegalArgumentException("a port of five digits: " + port);
        }
        return Integer.toString(port).getBytes(StandardCharsets.US_ASCII);
    }
}
