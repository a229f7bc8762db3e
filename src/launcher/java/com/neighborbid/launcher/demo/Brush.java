package com.neighborbid.launcher.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Draws flat shapes, in a light, a middle and a dark shade of one colour and in cream. */
final class Brush {
    private static final Color CREAM = new Color(0xFFF6E5);
    private static final Color INK = new Color(0x2B2D42);

    private final Graphics2D graphics;
    private final Color middle;

    Brush(Graphics2D graphics, float hue) {
        this.graphics = graphics;
        this.middle = Color.getHSBColor(hue, 0.62f, 0.85f);
    }

    Brush light() {
        return paint(Color.getHSBColor(hue(), 0.35f, 0.97f));
    }

    Brush middle() {
        return paint(middle);
    }

    Brush dark() {
        return paint(Color.getHSBColor(hue(), 0.75f, 0.52f));
    }

    Brush cream() {
        return paint(CREAM);
    }

    Brush ink() {
        return paint(INK);
    }

    /** The colour opposite. */
    Brush accent() {
        return paint(Color.getHSBColor(hue() + 0.45f, 0.6f, 0.9f));
    }

    Brush box(double x, double y, double width, double height, double corner) {
        return fill(new RoundRectangle2D.Double(x, y, width, height, corner, corner));
    }

    Brush disc(double x, double y, double radius) {
        return oval(x - radius, y - radius, radius * 2, radius * 2);
    }

    Brush oval(double x, double y, double width, double height) {
        return fill(new Ellipse2D.Double(x, y, width, height));
    }

    Brush ring(double x, double y, double radius, double thickness) {
        graphics.setStroke(new BasicStroke((float) thickness));
        graphics.draw(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
        return this;
    }

    /** A filled polygon through x, y, x, y... */
    Brush area(double... points) {
        Path2D path = path(points);
        path.closePath();
        return fill(path);
    }

    /** A line through x, y, x, y... with round ends. */
    Brush line(double thickness, double... points) {
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path(points));
        return this;
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private float hue() {
        return Color.RGBtoHSB(middle.getRed(), middle.getGreen(), middle.getBlue(), null)[0];
    }

    private Brush fill(Shape shape) {
        graphics.fill(shape);
        return this;
    }

    private Brush paint(Color color) {
        graphics.setColor(color);
        return this;
    }
}
