package com.neighborbid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.bidding.BidFigures;
import com.neighborbid.platform.Latency;
import com.neighborbid.platform.LatencyCounts;
import com.neighborbid.platform.Time;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the console puts together what several nodes told, each as the text that it leaves for the others. */
class FiguresTest {
    private static final long BEGAN = 1_000_000;
    private static final int TEN_SECONDS = 10_000;
    private static final int FAST_MICROS = 900;
    private static final int SLOW_MICROS = 40_000;

    private final Figures figures = new Figures();

    @BeforeEach
    void prepare() {
        figures.bids = new BidFigures();
        figures.config = new OperationsConfig(60, 300, 50, 240);
        figures.time = new Time();
    }

    private static LatencyCounts counts(int times, int micros) {
        Latency latency = new Latency();
        for (int i = 0; i < times; i++) {
            latency.took(micros);
        }
        return latency.counts();
    }

    private static NodeFigures node(String name, long at, long accepted, LatencyCounts answers) {
        NodeFigures told = new NodeFigures(
                name,
                "live",
                at,
                accepted,
                accepted / 10,
                answers,
                LatencyCounts.none(),
                2,
                30,
                4,
                1,
                32,
                1000,
                2000,
                50,
                0.5,
                List.of());
        return NodeFigures.parse(told.text());
    }

    @Test
    void addsUpWhatTheNodesDidInTheWindowAndNotBefore() {
        figures.take(
                List.of(node("a", BEGAN, 1000, counts(1000, SLOW_MICROS)), node("b", BEGAN, 7, LatencyCounts.none())),
                null);
        JsonObject merged = figures.take(
                List.of(
                        node(
                                "a",
                                BEGAN + TEN_SECONDS,
                                1100,
                                counts(1000, SLOW_MICROS).plus(counts(100, FAST_MICROS))),
                        node("b", BEGAN + TEN_SECONDS, 57, counts(50, SLOW_MICROS))),
                null);

        assertEquals(15.0, merged.getJsonNumber("bidsPerSecond").doubleValue());
        assertEquals(1.5, merged.getJsonNumber("rejectedPerSecond").doubleValue(), 0.06);
        assertEquals(60, merged.getInt("sockets"));
        assertEquals(8, merged.getInt("rooms"));
        assertEquals(4, merged.getInt("waiting"));
        JsonObject answer = merged.getJsonObject("answer");
        assertEquals(150, answer.getInt("count"));
        // Two of three were fast: the median is theirs, and no mean of the nodes' medians.
        assertTrue(answer.getJsonNumber("p50Ms").doubleValue() <= 1, answer::toString);
        assertTrue(answer.getJsonNumber("p95Ms").doubleValue() > 30, answer::toString);
        assertEquals(2, merged.getJsonArray("nodes").size());
        assertEquals(100, figures.answers("a").total());
        assertEquals(50, figures.answers("b").total());
        assertEquals(0, figures.answers("nobody").total());
    }

    @Test
    void countsANodeThatBeganAnewFromZeroAndForgetsOneThatIsGone() {
        figures.take(
                List.of(node("a", BEGAN, 500, counts(500, SLOW_MICROS)), node("b", BEGAN, 0, LatencyCounts.none())),
                null);
        JsonObject merged = figures.take(List.of(node("a", BEGAN + TEN_SECONDS, 20, counts(20, FAST_MICROS))), null);

        assertEquals(0.0, merged.getJsonNumber("bidsPerSecond").doubleValue());
        assertEquals(20, merged.getJsonObject("answer").getInt("count"));
        assertEquals(1, merged.getJsonArray("nodes").size());
    }
}
