package com.neighborbid.notification;

import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Inbox;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Outbox;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.Select;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What members were told, and what of it they have read. Each call is a transaction. */
@ApplicationScoped
@Transactional
class Notifications {
    private static final String RECEIVER = "notification";
    private static final String READ =
            "UPDATE Notification n SET n.readAt = :now WHERE n.member = :member AND n.readAt IS NULL";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Inbox inbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    /**
     * Keeps a notice for its member, and orders its mail; once for a message.
     *
     * @return what the member is to be told now, empty for a message that was taken before
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Notification> take(String messageId, MemberNotice notice) {
        if (!inbox.isNew(RECEIVER, messageId)) {
            return Optional.empty();
        }
        AuctionTerms auction = auctions.terms(notice.auction())
                .orElseThrow(() -> new IllegalArgumentException("No auction of " + notice));
        Notification notification = new Notification(Ids.next(time), notice, auction, time.now());
        entities.persist(notification);
        if (notification.awaitsMail()) {
            outbox.add(MailWorker.QUEUE, Ids.text(notification.id()));
        }
        return Optional.of(notification);
    }

    /** The member's, newest first, from below an id. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    List<Notification> newest(long member, long below, int most) {
        return reads.with(from -> from.createQuery(
                        "SELECT n FROM Notification n WHERE n.member = :member AND n.id < :below ORDER BY n.id DESC",
                        Notification.class)
                .setParameter("member", member)
                .setParameter("below", below)
                .setMaxResults(most)
                .getResultList());
    }

    /** How many the member has not read. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    long unread(long member) {
        return reads.rows(
                        Select.of("SELECT count(*) FROM notification WHERE member_id = ? AND read_at IS NULL", member),
                        row -> row.getLong(1))
                .get(0);
    }

    /** The member has read all. */
    void readAll(long member) {
        read(entities.createQuery(READ), member);
    }

    /** The member has read these; ids that are not its own say nothing. */
    void read(long member, Collection<Long> ids) {
        read(entities.createQuery(READ + " AND n.id IN :ids").setParameter("ids", ids), member);
    }

    private void read(Query update, long member) {
        update.setParameter("now", time.now()).setParameter("member", member).executeUpdate();
    }
}
