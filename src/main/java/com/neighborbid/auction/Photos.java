package com.neighborbid.auction;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Inbox;
import com.neighborbid.platform.Outbox;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The photos of auctions, in the order in which they came. The first stands for the lot in lists. */
@ApplicationScoped
@Transactional
class Photos {
    /** The queue of photos that need a thumbnail; a message is a photo's id. */
    static final String QUEUE = "nb.photos";
    /** The most that an auction has. */
    static final int MOST = 12;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Inbox inbox;

    /** Where a file is served, or null for no file. */
    static @Nullable String url(@Nullable String file) {
        return file == null ? null : "/api/photos/" + file;
    }

    /**
     * Whether the member may add a photo now.
     *
     * @throws RejectedException {@code NOT_FOUND}, {@code NOT_THE_SELLER}, {@code CLOSED} or {@code TOO_MANY_PHOTOS}
     */
    void checkRoom(long auction, long member) {
        checkRoom(entities.find(Auction.class, auction), auction, member);
    }

    /**
     * Adds a stored file to an auction, and asks for its thumbnail.
     *
     * @throws RejectedException as {@link #checkRoom(long, long)}
     */
    PhotoView add(long auction, long member, String file, int width, int height) {
        checkRoom(entities.find(Auction.class, auction, LockModeType.PESSIMISTIC_WRITE), auction, member);
        long id = Ids.next(time);
        entities.createNativeQuery("INSERT INTO photo (id, auction_id, file, width, height, created_at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, id)
                .setParameter(2, auction)
                .setParameter(3, file)
                .setParameter(4, width)
                .setParameter(5, height)
                .setParameter(6, time.now())
                .executeUpdate();
        outbox.add(QUEUE, Ids.text(id));
        return view(id, file, null, width, height);
    }

    /** The photos of an auction. */
    List<PhotoView> of(long auction) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(
                        "SELECT id, file, thumbnail, width, height FROM photo WHERE auction_id = ?1 ORDER BY id",
                        Tuple.class)
                .setParameter(1, auction)
                .getResultList();
        return rows.stream()
                .map(row -> view(
                        row.get("id", Long.class),
                        row.get("file", String.class),
                        row.get("thumbnail", String.class),
                        row.get("width", Integer.class),
                        row.get("height", Integer.class)))
                .toList();
    }

    /** The file of a photo, or empty for an unknown id. */
    Optional<String> file(long photo) {
        return entities.createNativeQuery("SELECT file FROM photo WHERE id = ?1")
                .setParameter(1, photo)
                .getResultStream()
                .map(Object::toString)
                .findFirst();
    }

    /** Notes the thumbnail that a message asked for; the message has its effect once. */
    void noteThumbnail(String messageId, long photo, String thumbnail) {
        if (inbox.isNew(QUEUE, messageId)) {
            entities.createNativeQuery("UPDATE photo SET thumbnail = ?2 WHERE id = ?1")
                    .setParameter(1, photo)
                    .setParameter(2, thumbnail)
                    .executeUpdate();
        }
    }

    private void checkRoom(@Nullable Auction auction, long id, long member) {
        if (auction == null) {
            throw RejectedException.notFound("auction");
        }
        if (!auction.isOf(member)) {
            throw new RejectedException(AuctionRejection.NOT_THE_SELLER);
        }
        if (auction.isClosed()) {
            throw new RejectedException(AuctionRejection.CLOSED);
        }
        if (of(id).size() >= MOST) {
            throw new RejectedException(
                    AuctionRejection.TOO_MANY_PHOTOS, "An auction has at most " + MOST + " photos.");
        }
    }

    /** A photo by what is kept of it. */
    static PhotoView view(long id, String file, @Nullable String thumbnail, int width, int height) {
        String url = "/api/photos/" + file;
        String small = url(thumbnail);
        return new PhotoView(Ids.text(id), url, small == null ? url : small, width, height);
    }
}
