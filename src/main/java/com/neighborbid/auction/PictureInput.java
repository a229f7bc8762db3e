package com.neighborbid.auction;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The bytes of a picture's file, for a reader that does not give up at their end: that of WebP reads on, pixel by pixel,
 * with an exception for each, so that a small file that claims to be large would take half a minute.
 */
final class PictureInput extends MemoryCacheImageInputStream {
    /** A good file is read a few bytes ahead. */
    private static final int ENDS_MAX = 100;

    private int ends;

    PictureInput(byte[] file) {
        super(new ByteArrayInputStream(file));
    }

    /** @throws IIOException when the end was met too often */
    @Override
    public byte readByte() throws IOException {
        try {
            return super.readByte();
        } catch (EOFException end) {
            ends++;
            if (ends > ENDS_MAX) {
                throw new IIOException("The file is cut off", end);
            }
            throw end;
        }
    }
}
