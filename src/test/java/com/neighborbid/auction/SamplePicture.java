package com.neighborbid.auction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Picture files for tests: the left half red, the right half blue. */
final class SamplePicture {
    /** 8 x 4, lossless: the left half red, the right half blue. */
    static final byte[] WEBP = Base64.getDecoder().decode("UklGRh4AAABXRUJQVlA4TBIAAAAvB8AAAA8Q87//8x8O+hDR/wA=");

    private SamplePicture() {}

    static byte[] jpeg(int width, int height) {
        return write(redAndBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) {
        return write(redAndBlue(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** A PNG without a single opaque pixel. */
    static byte[] transparentPng() {
        return write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** A JPEG whose Exif says how the camera was held (1 to 8), and the word SECRET. */
    static byte[] jpegHeld(int width, int height, int orientation) {
        byte[] jpeg = jpeg(width, height);
        byte[] exif = ByteBuffer.allocate(4 + 6 + 26 + 6)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + 6 + 26 + 6))
                .put(bytes("Exif\0\0"))
                .put(tiff(orientation))
                .put(bytes("SECRET"))
                .array();
        return joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG with an eXIf chunk behind its header. */
    static byte[] pngHeld(int width, int height, int orientation) {
        byte[] png = png(width, height);
        int afterHeader = 8 + 25;
        return joined(
                Arrays.copyOf(png, afterHeader),
                chunk("eXIf", tiff(orientation)),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    /** A PNG of some fifty bytes that claims to be as large as it is told. */
    static byte[] bomb(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(Arrays.copyOf(png(1, 1), 8), chunk("IHDR", header), chunk("IEND", new byte[0]));
    }

    /** Where the Exif of a {@link #jpegHeld} says of what type the orientation is. */
    static int typeOfOrientation(byte[] file) {
        int at = 0;
        while (ByteBuffer.wrap(file).getInt(at) != 0x0112_0003) {
            at++;
        }
        return at + 2;
    }

    private static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put(bytes("MM"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = joined(bytes(type), data);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static BufferedImage redAndBlue(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] write(BufferedImage image, String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String ascii) {
        return PictureFormat.ascii(ascii);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
