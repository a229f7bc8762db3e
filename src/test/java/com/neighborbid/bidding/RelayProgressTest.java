package com.neighborbid.bidding;

import static com.neighborbid.bidding.RelayProgress.STILL_MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayProgressTest {
    private static final long NOW = 1_000_000;
    private static final int ONE = 1;
    private static final int OTHER = 2;

    private final RelayProgress progress = new RelayProgress();

    private static StreamPosition at(long millis) {
        return new StreamPosition(millis, 0);
    }

    @Test
    void beginsWithWhatIsRecorded() {
        progress.startOver(Map.of(ONE, at(5)));

        assertEquals(at(5), progress.sent(ONE));
        assertEquals(at(5), progress.recorded(ONE));
        assertEquals(StreamPosition.START, progress.sent(OTHER));
        assertEquals(List.of(), progress.sendStillAgain(NOW));
    }

    @Test
    void sendsAPartitionAgainThatStandsStillWhileAnotherMoves() {
        progress.sent(ONE, at(5), NOW);
        progress.sent(OTHER, at(6), NOW);
        assertEquals(List.of(OTHER), progress.follow(Map.of(OTHER, at(6)), NOW + STILL_MS));
        progress.sent(OTHER, at(8), NOW + STILL_MS);

        assertEquals(List.of(), progress.sendStillAgain(NOW + STILL_MS));
        assertEquals(List.of(ONE), progress.sendStillAgain(NOW + STILL_MS + 1));
        assertEquals(StreamPosition.START, progress.sent(ONE));
        assertEquals(at(8), progress.sent(OTHER));
    }

    @Test
    void waitsFromTheFirstThatIsOutAndNotFromWhatWasRecordedLongAgo() {
        progress.sent(ONE, at(5), NOW);
        progress.follow(Map.of(ONE, at(5)), NOW);

        progress.sent(ONE, at(6), NOW + 100_000);
        progress.sent(ONE, at(7), NOW + 100_000 + STILL_MS);

        assertEquals(List.of(), progress.sendStillAgain(NOW + 100_000 + STILL_MS));
        assertEquals(List.of(ONE), progress.sendStillAgain(NOW + 100_001 + STILL_MS));
    }

    @Test
    void waitsTwiceAsLongEachTimeInVainAndHoldsBackWhatFollows() {
        long now = NOW;
        long expected = STILL_MS;
        for (int time = 1; time <= 6; time++) {
            progress.sent(ONE, at(5), now);
            assertEquals(time < 3, progress.mayGoOn(ONE), "after " + time);
            assertEquals(List.of(), progress.sendStillAgain(now + expected));
            now += expected + 1;
            assertEquals(List.of(ONE), progress.sendStillAgain(now));
            assertTrue(progress.mayGoOn(ONE));
            expected = Math.min(2 * expected, RelayProgress.STILL_MS_MOST);
        }

        progress.sent(ONE, at(5), now);
        progress.follow(Map.of(ONE, at(4)), now);
        assertTrue(progress.mayGoOn(ONE));
        assertEquals(List.of(ONE), progress.sendStillAgain(now + STILL_MS + 1));
    }

    @Test
    void sendsAgainWhatFell() {
        progress.startOver(Map.of(ONE, at(5)));
        progress.sent(ONE, at(9), NOW);

        assertEquals(List.of(ONE), progress.follow(Map.of(), NOW));

        assertEquals(StreamPosition.START, progress.sent(ONE));
        assertFalse(progress.follow(Map.of(), NOW).contains(ONE));
    }

    @Test
    void sendsAgainWhatWasRebuilt() {
        progress.startOver(Map.of(ONE, at(5)));
        progress.sent(ONE, at(9), NOW);

        progress.again(ONE);

        assertEquals(at(5), progress.sent(ONE));
    }
}
