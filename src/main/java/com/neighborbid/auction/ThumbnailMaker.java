package com.neighborbid.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the small picture that lists show. */
@ApplicationScoped
class ThumbnailMaker {
    /** The longest side of a thumbnail: twice a list's column, for dense screens. */
    static final int SIDE_MAX = 480;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Photos photos;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PhotoFiles files;

    /**
     * Makes the thumbnail of a photo; one that is gone needs none.
     *
     * @param messageId of the message that asks for it
     */
    void make(String messageId, long photo) throws IOException {
        Optional<String> name = photos.file(photo);
        if (name.isEmpty()) {
            return;
        }
        Path file = files.find(name.get()).orElseThrow(() -> new IOException("No file " + name.get()));
        byte[] thumbnail =
                Picture.read(Files.readAllBytes(file)).within(SIDE_MAX).jpeg();
        photos.noteThumbnail(messageId, photo, files.store(thumbnail));
    }
}
