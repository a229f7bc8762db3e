package com.neighborbid.notification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A subject as RFC 2047 has it: encoded words of 75 characters at most, in UTF-8 and Base64. Jakarta Mail can do that too, but
 * looks through the class path for a codec for each half of a subject that it tries.
 */
final class EncodedSubject {
    private static final String BEGIN = "=?UTF-8?B?";
    private static final String END = "?=";
    /** So many bytes are 60 characters of Base64. */
    private static final int BYTES_MOST = 45;

    private EncodedSubject() {}

    /** The words, parted by spaces; a text that needs no encoding is as it was. */
    static String of(String subject) {
        if (subject.chars().allMatch(c -> c >= ' ' && c <= '~') && !subject.contains("=?")) {
            return subject;
        }
        StringBuilder words = new StringBuilder();
        int from = 0;
        while (from < subject.length()) {
            int to = end(subject, from);
            byte[] bytes = subject.substring(from, to).getBytes(StandardCharsets.UTF_8);
            words.append(from == 0 ? "" : " ")
                    .append(BEGIN)
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append(END);
            from = to;
        }
        return words.toString();
    }

    /** Where the word that begins here ends: no character is cut in two. */
    private static int end(String subject, int from) {
        int bytes = 0;
        int at = from;
        while (at < subject.length()) {
            int character = subject.codePointAt(at);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > BYTES_MOST) {
                break;
            }
            at += Character.charCount(character);
        }
        return at;
    }
}
