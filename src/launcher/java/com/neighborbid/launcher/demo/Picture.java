package com.neighborbid.launcher.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos of lots, drawn: the lot's motif on a soft ground in colours of its own. No text, no fonts. */
final class Picture {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;
    /** Where the floor begins, and how large a motif's field of 100 is, in pixels. */
    private static final int FLOOR = 520;

    private static final double SCALE = 6;

    static {
        // Without it some systems open a connection to a display.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private Picture() {}

    /** The lot whole, and from nearer, as JPEG files. */
    static List<byte[]> of(Lot lot) {
        float hue = lot.hue();
        return List.of(draw(lot, hue, hue + 0.5f, SCALE, 0), draw(lot, hue, hue + 0.1f, SCALE * 1.4, -0.12));
    }

    private static byte[] draw(Lot lot, float hue, float groundHue, double scale, double tilt) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            ground(graphics, groundHue, new Random(lot.key().hashCode() + Float.floatToIntBits(groundHue)));
            AffineTransform whole = graphics.getTransform();
            graphics.translate(WIDTH / 2.0, FLOOR + 60);
            graphics.rotate(tilt);
            graphics.scale(scale, scale);
            graphics.translate(-50, -90);
            graphics.setColor(new Color(0, 0, 0, 40));
            graphics.fill(new Ellipse2D.Double(12, 84, 76, 11));
            Motifs.named(lot.motif()).draw(new Brush(graphics, hue));
            graphics.setTransform(whole);
        } finally {
            graphics.dispose();
        }
        return jpeg(image);
    }

    private static void ground(Graphics2D graphics, float hue, Random chance) {
        graphics.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.16f, 0.99f), WIDTH, FLOOR, Color.getHSBColor(hue + 0.08f, 0.32f, 0.9f)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 7; i++) {
            graphics.setColor(new Color(255, 255, 255, 20 + chance.nextInt(35)));
            int size = 80 + chance.nextInt(320);
            graphics.fillOval(chance.nextInt(WIDTH) - size / 2, chance.nextInt(FLOOR) - size / 2, size, size);
        }
        graphics.setPaint(new GradientPaint(
                0, FLOOR, Color.getHSBColor(hue + 0.05f, 0.34f, 0.8f), 0, HEIGHT, Color.getHSBColor(hue, 0.28f, 0.9f)));
        graphics.fillRect(0, FLOOR, WIDTH, HEIGHT - FLOOR);
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(64 * 1024);
        try {
            if (!ImageIO.write(image, "jpeg", file)) {
                throw new IllegalStateException("this Java writes no JPEG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
