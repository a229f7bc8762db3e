package com.neighborbid.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An address, or all addresses that begin like it: {@code 10.0.0.0/8} (RFC 4632, RFC 4291). No names: nothing is looked
 * up.
 *
 * @param bits how many leading bits count
 */
record Network(InetAddress address, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException when the text is neither an address nor a network */
    static Network parse(String text) {
        String[] parts = text.split("/", 2);
        try {
            InetAddress address = literal(parts[0]);
            int most = address.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= most) {
                return new Network(address, bits);
            }
        } catch (UnknownHostException | NumberFormatException neither) {
            throw Settings.wrong("nb.trusted.proxies", text, "an address, or a network such as 10.0.0.0/8");
        }
        throw Settings.wrong("nb.trusted.proxies", text, "a network with as many bits as its address has");
    }

    /** Whether the address is one of this network; a text that is no address is not. */
    boolean contains(String text) {
        try {
            byte[] other = literal(text).getAddress();
            byte[] own = address.getAddress();
            return own.length == other.length && beginAlike(own, other);
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private boolean beginAlike(byte[] own, byte[] other) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress literal(String text) throws UnknownHostException {
        if (!LITERAL.matcher(text).matches()) {
            throw new UnknownHostException(text);
        }
        return InetAddress.getByName(text);
    }
}
