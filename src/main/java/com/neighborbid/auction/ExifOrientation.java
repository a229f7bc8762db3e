package com.neighborbid.auction;

import static com.neighborbid.auction.PictureFormat.ascii;
import static com.neighborbid.auction.PictureFormat.startsWith;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How a camera was held: the one thing in a picture's metadata that shows, and is kept by turning the picture. */
final class ExifOrientation {
    private static final byte[] MARK = {'E', 'x', 'i', 'f', 0, 0};
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int PNG_SIGNATURE = 8;
    private static final int RIFF_HEADER = 12;

    private ExifOrientation() {}

    /** As the file says, or upright where it says nothing that can be read. */
    static Orientation of(byte[] file, PictureFormat format) {
        try {
            byte[] exif = switch (format) {
                case JPEG -> inJpeg(ByteBuffer.wrap(file));
                case PNG -> inPng(ByteBuffer.wrap(file).position(PNG_SIGNATURE));
                case WEBP -> inWebp(ByteBuffer.wrap(file).position(RIFF_HEADER).order(ByteOrder.LITTLE_ENDIAN));
            };
            Orientation orientation = exif.length == 0 ? null : ExifUtils.getOrientationFromExif(exif);
            return orientation == null ? Orientation.TOP_LEFT : orientation;
        } catch (RuntimeException broken) {
            // The reader has many for what is no Exif, NullPointerException among them.
            return Orientation.TOP_LEFT;
        }
    }

    /** Segments of a marker and a length that counts itself, up to the picture's own data. */
    private static byte[] inJpeg(ByteBuffer file) {
        file.position(2);
        while (file.remaining() >= 4) {
            int marker = file.getShort() & 0xFFFF;
            if (marker == START_OF_SCAN) {
                break;
            }
            byte[] segment = take(file, (file.getShort() & 0xFFFF) - 2);
            if (marker == APP1 && startsWith(segment, 0, MARK)) {
                return segment;
            }
        }
        return new byte[0];
    }

    /** Chunks of length, type, data and checksum. */
    private static byte[] inPng(ByteBuffer file) {
        while (file.remaining() >= 12) {
            int length = file.getInt();
            byte[] type = take(file, 4);
            byte[] data = take(file, length);
            file.getInt();
            if (Arrays.equals(type, ascii("eXIf"))) {
                return marked(data);
            }
        }
        return new byte[0];
    }

    /** Chunks of type, length and data, padded to an even length. */
    private static byte[] inWebp(ByteBuffer file) {
        while (file.remaining() >= 8) {
            byte[] type = take(file, 4);
            int length = file.getInt();
            byte[] data = take(file, length);
            if (Arrays.equals(type, ascii("EXIF"))) {
                return startsWith(data, 0, MARK) ? data : marked(data);
            }
            file.position(Math.min(file.limit(), file.position() + (length & 1)));
        }
        return new byte[0];
    }

    private static byte[] take(ByteBuffer file, int length) {
        if (length < 0 || length > file.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        file.get(bytes);
        return bytes;
    }

    /** Outside JPEG the mark is not there, and the reader wants it. */
    private static byte[] marked(byte[] exif) {
        byte[] marked = Arrays.copyOf(MARK, MARK.length + exif.length);
        System.arraycopy(exif, 0, marked, MARK.length, exif.length);
        return marked;
    }
}
