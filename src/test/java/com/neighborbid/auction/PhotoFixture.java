package com.neighborbid.auction;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Inbox;
import com.neighborbid.platform.Outbox;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Photos in a real database and a directory of the test's, with the messages that were sent and received. */
final class PhotoFixture {
    private final AuctionFixture auctions;
    private final PhotoFiles files;
    private final Set<String> sent = new HashSet<>();
    private final Set<String> received = new HashSet<>();

    PhotoFixture(AuctionFixture auctions, Path dataDir) {
        this.auctions = auctions;
        this.files = new PhotoFiles(dataDir.resolve("photos"));
    }

    PhotoView upload(long auction, long member, byte[] file) {
        return auctions.database.inTransaction(entities -> {
            PhotoUpload upload = new PhotoUpload();
            upload.photos = photos(entities);
            upload.files = files;
            try {
                return upload.add(auction, member, new ByteArrayInputStream(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void makeThumbnail(String messageId, String photo) {
        auctions.database.inTransaction(entities -> {
            ThumbnailMaker maker = new ThumbnailMaker();
            maker.photos = photos(entities);
            maker.files = files;
            try {
                maker.make(messageId, Ids.parse(photo).orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    List<PhotoView> of(long auction) {
        return auctions.database.inTransaction(entities -> photos(entities).of(auction));
    }

    /** Whether a thumbnail was asked for. */
    boolean asked(String photo) {
        return sent.contains(Photos.QUEUE + " " + photo);
    }

    PhotoFiles files() {
        return files;
    }

    /** The file behind an address. */
    Optional<Path> file(String url) {
        return files.find(url.substring(url.lastIndexOf('/') + 1));
    }

    private Photos photos(EntityManager entities) {
        Photos photos = new Photos();
        photos.entities = entities;
        photos.time = auctions.time;
        photos.outbox = new Outbox() {
            @Override
            public void add(String queue, String body) {
                sent.add(queue + " " + body);
            }
        };
        photos.inbox = new Inbox() {
            @Override
            public boolean isNew(String receiver, String messageId) {
                return received.add(receiver + " " + messageId);
            }
        };
        return photos;
    }
}
