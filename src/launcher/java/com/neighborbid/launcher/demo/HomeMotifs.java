package com.neighborbid.launcher.demo;

import com.neighborbid.launcher.demo.Motifs.Motif;
import java.util.Map;

/** Things of the household. */
final class HomeMotifs {
    static final Map<String, Motif> ALL = Map.ofEntries(
            Map.entry("camera", HomeMotifs::camera),
            Map.entry("laptop", HomeMotifs::laptop),
            Map.entry("fan", HomeMotifs::fan),
            Map.entry("chair", HomeMotifs::chair),
            Map.entry("lamp", HomeMotifs::lamp),
            Map.entry("pot", HomeMotifs::pot),
            Map.entry("cups", HomeMotifs::cups),
            Map.entry("plant", HomeMotifs::plant),
            Map.entry("hammer", HomeMotifs::hammer),
            Map.entry("box", HomeMotifs::box));

    private HomeMotifs() {}

    private static void camera(Brush b) {
        b.dark().box(34, 28, 32, 20, 6).box(16, 34, 10, 8, 3);
        b.middle().box(10, 38, 80, 52, 10);
        b.light().box(10, 50, 80, 8, 0);
        b.ink().disc(50, 65, 22);
        b.cream().ring(50, 65, 19, 2);
        b.dark().disc(50, 65, 14);
        b.light().disc(45, 60, 5);
        b.accent().disc(80, 45, 3);
    }

    private static void laptop(Brush b) {
        b.ink().box(18, 34, 64, 46, 5);
        b.light().box(21, 37, 58, 40, 2);
        b.middle().area(21, 77, 45, 50, 62, 77);
        b.accent().disc(68, 47, 5);
        b.dark().area(8, 90, 18, 80, 82, 80, 92, 90);
        b.cream().box(42, 85, 16, 3, 2);
    }

    private static void fan(Brush b) {
        b.dark().box(47, 55, 6, 30, 2).oval(28, 80, 44, 10);
        b.cream().disc(50, 38, 29);
        b.middle()
                .oval(46, 11, 17, 26)
                .oval(51, 36, 26, 17)
                .oval(37, 40, 17, 26)
                .oval(23, 24, 26, 17);
        b.dark().ring(50, 38, 29, 3).disc(50, 38, 5);
    }

    private static void chair(Brush b) {
        b.dark().line(4, 30, 62, 26, 89).line(4, 70, 62, 74, 89);
        b.middle().box(30, 12, 40, 46, 14);
        b.light().box(35, 18, 30, 30, 10);
        b.dark().box(22, 40, 8, 24, 6).box(70, 40, 8, 24, 6);
        b.middle().box(24, 54, 52, 13, 8);
    }

    private static void lamp(Brush b) {
        b.dark().box(48, 40, 4, 46, 0).oval(30, 82, 40, 8);
        b.light().area(35, 12, 65, 12, 80, 46, 20, 46);
        b.middle().area(50, 12, 65, 12, 80, 46, 60, 46);
        b.accent().line(1.5, 62, 46, 62, 58).disc(62, 60, 2);
    }

    private static void pot(Brush b) {
        b.dark().box(6, 52, 88, 7, 5);
        b.middle().box(16, 46, 68, 44, 18).box(16, 46, 68, 20, 2);
        b.light().box(16, 54, 68, 4, 0);
        b.dark().box(14, 38, 72, 8, 6);
        b.ink().disc(50, 33, 6);
        b.cream().line(2, 38, 24, 34, 18, 38, 12).line(2, 60, 24, 64, 18, 60, 12);
    }

    private static void cups(Brush b) {
        b.dark().ring(76, 68, 10, 4);
        b.middle().area(32, 50, 76, 50, 70, 88, 38, 88);
        b.light().oval(32, 46, 44, 9);
        b.dark().oval(36, 48, 36, 5);
        b.accent().area(14, 66, 40, 66, 36, 90, 18, 90);
        b.cream().oval(14, 63, 26, 6).line(2, 48, 38, 52, 30, 48, 22).line(2, 60, 38, 64, 30, 60, 22);
    }

    private static void plant(Brush b) {
        b.dark().line(2.5, 50, 64, 50, 22).line(2.5, 50, 50, 30, 34).line(2.5, 50, 46, 72, 30);
        b.middle().oval(41, 4, 18, 28).oval(16, 22, 24, 16).oval(62, 18, 24, 16);
        b.light().oval(22, 40, 24, 14).oval(56, 38, 24, 14);
        b.accent().area(30, 62, 70, 62, 64, 90, 36, 90);
        b.cream().box(27, 58, 46, 8, 3);
    }

    private static void hammer(Brush b) {
        b.accent().line(8, 30, 86, 58, 34);
        b.ink().area(40, 18, 62, 30, 55, 43, 33, 31).area(62, 30, 82, 34, 76, 46, 56, 42);
        b.light().line(2, 38, 22, 58, 33);
        b.dark().line(8, 72, 86, 72, 58);
        b.middle().ring(72, 46, 10, 7);
    }

    private static void box(Brush b) {
        b.middle().area(50, 90, 14, 74, 14, 40, 50, 56);
        b.dark().area(50, 90, 86, 74, 86, 40, 50, 56);
        b.light().area(50, 56, 14, 40, 50, 24, 86, 40);
        b.cream().area(28, 34, 36, 30, 72, 46, 64, 50).area(64, 50, 72, 46, 72, 60, 64, 64);
    }
}
