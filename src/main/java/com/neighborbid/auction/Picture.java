package com.neighborbid.auction;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A picture from a stranger: decoded once, within bounds of memory, turned upright, drawn on white. What is written of
 * it is a JPEG without a word of the original's metadata.
 */
record Picture(BufferedImage image) {
    /** The longest side that is kept; no screen shows more of a lot. */
    static final int SIDE_MAX = 2048;

    /** The most pixels that are unpacked: those of a good telephone's camera. */
    private static final long PIXELS_MAX = 50_000_000;
    /** WebP is unpacked whole and takes more memory. */
    private static final long WEBP_PIXELS_MAX = 20_000_000;
    /** Above it only every second (third, ..) pixel is unpacked: still more than {@link #SIDE_MAX} needs. */
    private static final long PIXELS_IN_MEMORY = 16_000_000;

    private static final float QUALITY = 0.85f;

    /**
     * Reads a file.
     *
     * @throws RejectedException {@code UNSUPPORTED_MEDIA_TYPE} when it is no picture that the house takes, {@code
     *     TOO_LARGE} when it has too many pixels
     */
    static Picture read(byte[] file) {
        PictureFormat format =
                PictureFormat.of(file).orElseThrow(() -> noPicture("is not a JPEG, PNG or WebP picture"));
        Orientation orientation = ExifOrientation.of(file, format);
        try {
            ImageReader reader = format.reader();
            try (var in = new PictureInput(file)) {
                reader.setInput(in, true, true);
                return new Picture(onWhite(upright(decode(reader, format), orientation)));
            } finally {
                reader.dispose();
            }
        } catch (RejectedException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw noPicture("cannot be read: the file is broken");
        }
    }

    /** A smaller one, no side longer than {@code side} pixels; the same where it is small enough. */
    Picture within(int side) throws IOException {
        return new Picture(shrink(image, side));
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** The bytes of a JPEG file. */
    byte[] jpeg() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** The size is read before anything is unpacked: a small file may claim to be a huge picture. */
    private static BufferedImage decode(ImageReader reader, PictureFormat format) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        long most = format == PictureFormat.WEBP ? WEBP_PIXELS_MAX : PIXELS_MAX;
        if (pixels > most) {
            throw new RejectedException(
                    CommonRejection.TOO_LARGE, "The photo has more than " + most / 1_000_000 + " million pixels.");
        }
        int step = (int) Math.ceil(Math.sqrt((double) pixels / PIXELS_IN_MEMORY));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) throws IOException {
        BufferedImage small = shrink(image, SIDE_MAX);
        return orientation == Orientation.TOP_LEFT
                ? small
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(small);
    }

    private static BufferedImage shrink(BufferedImage image, int side) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= side
                ? image
                : Thumbnails.of(image).size(side, side).asBufferedImage();
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return flat;
    }

    private static RejectedException noPicture(String why) {
        return new RejectedException(CommonRejection.UNSUPPORTED_MEDIA_TYPE, "The photo " + why + ".");
    }
}
