package com.neighborbid.auction;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes a seller's photo in: checked, made anew, kept, and only then told to the database. Few are unpacked at a time,
 * for each takes up to a hundred megabytes while it lasts; no transaction is open meanwhile.
 */
@ApplicationScoped
class PhotoUpload {
    /** The most bytes of a file: 10 MiB. */
    static final int BYTES_MAX = 10 << 20;

    private static final int AT_A_TIME = 2;
    private static final long WAIT_SECONDS = 20;

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    @Inject
    @SuppressWarnings("NullAway.Init")
    Photos photos;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PhotoFiles files;

    /**
     * Adds a photo.
     *
     * @throws RejectedException as {@link Photos#checkRoom(long, long)} and {@link Picture#read}; {@code TOO_LARGE}
     *     above {@link #BYTES_MAX}
     * @throws UnavailableException when too many others wait
     */
    PhotoView add(long auction, long member, InputStream content) throws IOException, InterruptedException {
        photos.checkRoom(auction, member);
        if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new UnavailableException("Too many photos are being uploaded");
        }
        try {
            byte[] file = content.readNBytes(BYTES_MAX + 1);
            if (file.length > BYTES_MAX) {
                throw new RejectedException(CommonRejection.TOO_LARGE, "A photo has at most 10 MiB.");
            }
            Picture picture = Picture.read(file);
            return photos.add(auction, member, files.store(picture.jpeg()), picture.width(), picture.height());
        } finally {
            turns.release();
        }
    }
}
