package com.neighborbid.auction;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a body that is longer than a photo and what wraps it, whether its length is told beforehand or not: the
 * multipart reader would otherwise fill the disk with it.
 */
@Provider
@BoundedUpload
public class UploadBound implements ContainerRequestFilter {
    private static final long BYTES_MAX = PhotoUpload.BYTES_MAX + (64L << 10);

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > BYTES_MAX) {
            throw tooLarge();
        }
        request.setEntityStream(new Bounded(request.getEntityStream()));
    }

    private static RejectedException tooLarge() {
        return new RejectedException(CommonRejection.TOO_LARGE, "A photo has at most 10 MiB.");
    }

    private static final class Bounded extends FilterInputStream {
        private long left = BYTES_MAX;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
