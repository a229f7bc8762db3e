package com.neighborbid.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EncodedSubjectTest {
    @Test
    void leavesWhatNeedsNoEncodingAlone() {
        assertEquals("You were outbid: a bicycle", EncodedSubject.of("You were outbid: a bicycle"));
    }

    @Test
    void hidesNothingThatLooksEncodedAlready() throws UnsupportedEncodingException {
        String title = "=?UTF-8?B?aGVsbG8=?=";

        assertTrue(EncodedSubject.of(title).length() > title.length());
        assertEquals(title, MimeUtility.decodeText(EncodedSubject.of(title)));
    }

    @Test
    void isReadAsItWasWrittenWhateverItsLength() throws UnsupportedEncodingException {
        Random random = new Random(2047);
        String[] characters = {"a", " ", "é", "자", "전", "🚲", "\r", "\n"};
        for (int length = 1; length < 300; length++) {
            String subject = random.ints(length, 0, characters.length)
                    .mapToObj(i -> characters[i])
                    .reduce("자", String::concat);
            String words = EncodedSubject.of(subject);

            assertEquals(subject, MimeUtility.decodeText(words));
            assertTrue(Stream.of(words.split(" ")).allMatch(word -> word.length() <= 75), words);
            assertTrue(words.chars().allMatch(c -> c >= ' ' && c <= '~'), words);
        }
    }
}
