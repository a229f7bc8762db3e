package com.neighborbid.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A line chart as SVG, axes logarithmic: rates and latencies both spread over decades. Values must be above 0. */
final class Plot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 36;
    private static final int BOTTOM = 50;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#d1495b", "#66a182", "#edae49", "#5c4d7d");

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final List<Line> lines = new ArrayList<>();

    private record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    Plot(String title, String xLabel, String yLabel) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    /** Adds a point to the line of this name, which is made when it is new. */
    void add(String line, double x, double y) {
        Line found = lines.stream()
                .filter(known -> known.name.equals(line))
                .findFirst()
                .orElseGet(() -> {
                    Line made = new Line(line, new ArrayList<>());
                    lines.add(made);
                    return made;
                });
        found.points.add(new Point(Math.max(x, 1e-3), Math.max(y, 1e-3)));
        found.points.sort(Comparator.comparingDouble(Point::x));
    }

    String svg() {
        double[] x = {Double.MAX_VALUE, 0};
        double[] y = {Double.MAX_VALUE, 0};
        lines.forEach(line -> line.points.forEach(point -> {
            widen(x, point.x);
            widen(y, point.y);
        }));
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" role=\"img\"><title>%s</title>"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>",
                WIDTH, HEIGHT, WIDTH, HEIGHT, title));
        text(svg, WIDTH / 2.0, 20, "middle", title);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", xLabel);
        text(svg, 8, TOP - 8, "start", yLabel);
        if (x[1] > 0) {
            grid(svg, round(x), round(y));
            for (int i = 0; i < lines.size(); i++) {
                draw(svg, lines.get(i), i, round(x), round(y));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void widen(double[] range, double value) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
    }

    /** The decades around a range, as logarithms. */
    private static double[] round(double[] range) {
        double low = Math.floor(Math.log10(range[0]));
        double high = Math.ceil(Math.log10(range[1]));
        return new double[] {low, high > low ? high : low + 1};
    }

    private static void grid(StringBuilder svg, double[] x, double[] y) {
        for (double decade = x[0]; decade <= x[1]; decade++) {
            double at = across(Math.pow(10, decade), x);
            line(svg, at, TOP, at, HEIGHT - BOTTOM);
            text(svg, at, HEIGHT - BOTTOM + 16, "middle", number(decade));
        }
        for (double decade = y[0]; decade <= y[1]; decade++) {
            double at = down(Math.pow(10, decade), y);
            line(svg, LEFT, at, WIDTH - RIGHT, at);
            text(svg, LEFT - 6, at + 4, "end", number(decade));
        }
    }

    private static void draw(StringBuilder svg, Line line, int index, double[] x, double[] y) {
        String colour = COLOURS.get(index % COLOURS.size());
        StringBuilder points = new StringBuilder();
        for (Point point : line.points) {
            points.append(format("%.1f,%.1f ", across(point.x, x), down(point.y, y)));
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                    across(point.x, x), down(point.y, y), colour));
        }
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                points.toString().strip(), colour));
        double legend = TOP + 16.0 * index + 8;
        svg.append(format(
                "<rect x=\"%d\" y=\"%.0f\" width=\"10\" height=\"10\" fill=\"%s\"/>",
                WIDTH - RIGHT + 10, legend, colour));
        text(svg, WIDTH - RIGHT + 26, legend + 9, "start", line.name);
    }

    private static double across(double value, double[] x) {
        return LEFT + (Math.log10(value) - x[0]) / (x[1] - x[0]) * (WIDTH - RIGHT - LEFT);
    }

    private static double down(double value, double[] y) {
        return HEIGHT - BOTTOM - (Math.log10(value) - y[0]) / (y[1] - y[0]) * (HEIGHT - BOTTOM - TOP);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(format("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#ccc\"/>", x1, y1, x2, y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text));
    }

    private static String number(double decade) {
        return decade < 0 ? Double.toString(Math.pow(10, decade)) : format("%,.0f", Math.pow(10, decade));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
