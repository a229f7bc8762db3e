package com.neighborbid.launcher.demo;

import com.neighborbid.launcher.demo.Motifs.Motif;
import java.util.Map;

/** Things for free time. */
final class LeisureMotifs {
    static final Map<String, Motif> ALL = Map.ofEntries(
            Map.entry("bicycle", LeisureMotifs::bicycle),
            Map.entry("scooter", LeisureMotifs::scooter),
            Map.entry("ball", LeisureMotifs::ball),
            Map.entry("tent", LeisureMotifs::tent),
            Map.entry("gamepad", LeisureMotifs::gamepad),
            Map.entry("guitar", LeisureMotifs::guitar),
            Map.entry("record", LeisureMotifs::record),
            Map.entry("books", LeisureMotifs::books),
            Map.entry("painting", LeisureMotifs::painting),
            Map.entry("car", LeisureMotifs::car));

    private LeisureMotifs() {}

    private static void bicycle(Brush b) {
        b.ink().ring(24, 70, 18, 4).ring(76, 70, 18, 4);
        b.middle()
                .line(4, 24, 70, 38, 42, 68, 42, 50, 70, 24, 70)
                .line(4, 50, 70, 36, 34)
                .line(4, 76, 70, 66, 32);
        b.dark().line(5, 28, 33, 43, 33).line(4, 66, 32, 76, 28);
        b.accent().disc(50, 70, 5);
    }

    private static void scooter(Brush b) {
        b.middle().line(6, 20, 80, 66, 80, 78, 20);
        b.dark().line(5, 66, 20, 86, 18);
        b.ink().disc(20, 82, 8).disc(74, 82, 8);
        b.cream().disc(20, 82, 3).disc(74, 82, 3);
    }

    private static void ball(Brush b) {
        b.middle().disc(50, 55, 35);
        b.dark().line(2, 50, 20, 50, 90).line(2, 15, 55, 85, 55);
        b.dark().line(2, 24, 32, 38, 48, 38, 64, 24, 79).line(2, 76, 32, 62, 48, 62, 64, 76, 79);
        b.light().oval(32, 28, 14, 9);
    }

    private static void tent(Brush b) {
        b.middle().area(50, 20, 92, 90, 8, 90);
        b.dark().area(50, 20, 92, 90, 66, 90);
        b.cream().area(46, 48, 60, 90, 30, 90);
        b.ink().area(46, 48, 50, 90, 40, 90);
        b.accent().line(2, 50, 20, 50, 8).area(50, 8, 64, 12, 50, 16);
    }

    private static void gamepad(Brush b) {
        b.middle().box(10, 42, 80, 40, 38).disc(22, 74, 15).disc(78, 74, 15);
        b.ink().box(22, 56, 18, 6, 2).box(28, 50, 6, 18, 2);
        b.accent().disc(70, 52, 4).disc(70, 66, 4);
        b.cream().disc(63, 59, 4).disc(77, 59, 4);
        b.dark().box(45, 52, 10, 4, 4);
    }

    private static void guitar(Brush b) {
        b.dark().line(6, 60, 50, 84, 14).box(78, 6, 12, 14, 4);
        b.middle().disc(38, 68, 22).disc(54, 52, 15);
        b.light().disc(38, 68, 16);
        b.ink().disc(46, 60, 8);
        b.cream().line(1, 32, 76, 82, 14).line(1, 30, 73, 80, 12);
        b.dark().line(3, 26, 72, 35, 81);
    }

    private static void record(Brush b) {
        b.middle().box(12, 26, 60, 64, 3);
        b.light().area(12, 90, 12, 60, 42, 40, 72, 62, 72, 90);
        b.ink().disc(62, 58, 28);
        b.cream().ring(62, 58, 22, 0.6).ring(62, 58, 18, 0.6).ring(62, 58, 14, 0.6);
        b.accent().disc(62, 58, 9);
        b.cream().disc(62, 58, 2);
    }

    private static void books(Brush b) {
        b.middle().box(14, 76, 70, 14, 3);
        b.cream().box(20, 79, 60, 2, 0);
        b.accent().box(20, 62, 66, 14, 3);
        b.dark().box(12, 48, 64, 14, 3);
        b.light().box(24, 52, 30, 5, 0);
        b.middle().area(34, 46, 44, 12, 56, 16, 46, 48);
        b.cream().line(1.5, 43, 40, 51, 18);
    }

    private static void painting(Brush b) {
        b.dark().box(12, 16, 76, 74, 3);
        b.cream().box(18, 22, 64, 62, 0);
        b.light().box(24, 28, 52, 50, 0);
        b.accent().disc(62, 40, 7);
        b.middle().area(24, 78, 24, 66, 42, 44, 60, 78);
        b.dark().area(44, 78, 62, 56, 76, 70, 76, 78);
    }

    private static void car(Brush b) {
        b.middle().box(6, 54, 88, 26, 12).area(22, 56, 34, 34, 66, 34, 80, 56);
        b.light().area(29, 54, 37, 38, 49, 38, 49, 54).area(53, 54, 53, 38, 64, 38, 73, 54);
        b.ink().disc(26, 80, 10).disc(74, 80, 10);
        b.cream().disc(26, 80, 4).disc(74, 80, 4).box(88, 58, 6, 6, 3);
        b.dark().box(46, 60, 8, 2, 1);
    }
}
