package com.neighborbid.launcher.demo;

import com.neighborbid.launcher.demo.Motifs.Motif;
import java.util.Map;

/** Things to wear, and for the small ones. */
final class StyleMotifs {
    static final Map<String, Motif> ALL = Map.ofEntries(
            Map.entry("coat", StyleMotifs::coat),
            Map.entry("shoes", StyleMotifs::shoes),
            Map.entry("bag", StyleMotifs::bag),
            Map.entry("watch", StyleMotifs::watch),
            Map.entry("bottle", StyleMotifs::bottle),
            Map.entry("bear", StyleMotifs::bear),
            Map.entry("pram", StyleMotifs::pram),
            Map.entry("paw", StyleMotifs::paw));

    private StyleMotifs() {}

    private static void coat(Brush b) {
        b.dark().area(30, 24, 8, 46, 20, 56, 34, 44).area(70, 24, 92, 46, 80, 56, 66, 44);
        b.middle().area(30, 20, 70, 20, 76, 90, 24, 90);
        b.light().area(38, 20, 62, 20, 50, 46);
        b.dark().line(1.5, 50, 46, 50, 90);
        b.cream().disc(55, 54, 2).disc(55, 66, 2).disc(55, 78, 2);
    }

    private static void shoes(Brush b) {
        b.middle().area(10, 46, 34, 46, 48, 60, 78, 68, 88, 80, 10, 80);
        b.light().area(10, 46, 24, 46, 24, 60, 10, 66);
        b.cream().box(8, 78, 84, 12, 6);
        b.dark().line(2, 36, 56, 44, 50).line(2, 43, 61, 51, 55).line(2, 51, 65, 59, 59);
        b.accent().area(20, 76, 46, 68, 44, 74, 24, 78);
    }

    private static void bag(Brush b) {
        b.dark().ring(50, 38, 19, 4);
        b.middle().area(18, 40, 82, 40, 90, 90, 10, 90);
        b.light().area(18, 40, 82, 40, 84, 54, 16, 54);
        b.accent().box(43, 50, 14, 12, 4);
        b.dark().disc(28, 46, 2).disc(72, 46, 2);
    }

    private static void watch(Brush b) {
        b.dark().box(38, 8, 24, 82, 8);
        b.middle().disc(50, 50, 28);
        b.cream().disc(50, 50, 22);
        b.ink().line(2.5, 50, 50, 50, 35).line(2.5, 50, 50, 61, 56);
        b.accent().line(1, 50, 50, 38, 62);
        b.middle().box(77, 47, 6, 6, 2);
    }

    private static void bottle(Brush b) {
        b.ink().box(42, 16, 16, 14, 3);
        b.light().box(30, 34, 40, 56, 14);
        b.middle().box(30, 58, 40, 32, 14).box(30, 58, 40, 16, 0);
        b.dark().box(45, 28, 10, 8, 0);
        b.cream().box(37, 54, 26, 20, 3);
        b.accent().disc(50, 64, 5);
    }

    private static void bear(Brush b) {
        b.dark().disc(30, 22, 9).disc(70, 22, 9);
        b.middle()
                .oval(26, 48, 48, 42)
                .disc(24, 62, 9)
                .disc(76, 62, 9)
                .disc(34, 84, 9)
                .disc(66, 84, 9);
        b.middle().disc(50, 36, 25);
        b.cream().oval(38, 38, 24, 18).oval(37, 58, 26, 24);
        b.ink().disc(41, 32, 3).disc(59, 32, 3).oval(46, 40, 8, 6);
    }

    private static void pram(Brush b) {
        b.dark().line(3, 72, 46, 90, 28).line(3, 32, 66, 70, 82).line(3, 68, 66, 30, 82);
        b.middle().area(16, 46, 84, 46, 70, 68, 30, 68);
        b.light().area(16, 46, 22, 26, 38, 16, 50, 14, 50, 46);
        b.ink().disc(30, 82, 8).disc(70, 82, 8);
        b.cream().disc(30, 82, 3).disc(70, 82, 3);
    }

    private static void paw(Brush b) {
        b.dark().oval(8, 70, 84, 20);
        b.middle().oval(12, 62, 76, 22);
        b.cream().oval(20, 64, 60, 13);
        b.accent()
                .oval(38, 34, 24, 20)
                .disc(32, 30, 7)
                .disc(44, 20, 7)
                .disc(57, 20, 7)
                .disc(68, 30, 7);
    }
}
