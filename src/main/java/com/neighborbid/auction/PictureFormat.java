package com.neighborbid.auction;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The kinds of pictures that the house takes, known by their first bytes. Readers are made here and not looked up by
 * content, so that no plugin that happens to be about is ever tried on a stranger's file.
 */
enum PictureFormat {
    JPEG {
        @Override
        ImageReader reader() {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
    },
    PNG {
        @Override
        ImageReader reader() {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
    },
    /** Its reader comes with the WAR, where the platform's look-up may not see it. */
    WEBP {
        @Override
        ImageReader reader() throws IOException {
            return new WebPImageReaderSpi().createReaderInstance();
        }
    };

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** The kind of a file, or empty for any other. */
    static Optional<PictureFormat> of(byte[] file) {
        if (startsWith(file, 0, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (startsWith(file, 0, PNG_START)) {
            return Optional.of(PNG);
        }
        return startsWith(file, 0, ascii("RIFF")) && startsWith(file, 8, ascii("WEBP"))
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    /** A new reader; the caller disposes of it. */
    abstract ImageReader reader() throws IOException;

    static boolean startsWith(byte[] file, int at, byte[] start) {
        return file.length >= at + start.length && Arrays.equals(file, at, at + start.length, start, 0, start.length);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
