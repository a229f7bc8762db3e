package com.neighborbid.moderation;

import com.neighborbid.platform.Reads;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The lines that were said in rooms, for as long as they are kept. Each call is a transaction. */
@ApplicationScoped
@Transactional
public class ChatLog {
    private static final int MOST_SWEPT = 5000;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ModerationConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** Keeps lines; one that is kept already stays as it is. */
    void keep(List<ChatLine> lines) {
        for (ChatLine line : lines) {
            if (entities.find(ChatLine.class, line.id()) == null) {
                entities.persist(line);
            }
        }
    }

    /** What a room still shows, the latest first, from below an id. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    List<ChatLine> latest(long auction, long below, int most) {
        return reads.with(from -> from.createQuery(
                        "SELECT c FROM ChatLine c WHERE c.auction = :auction AND c.id < :below AND c.removedAt IS NULL"
                                + " AND c.at >= :since ORDER BY c.id DESC",
                        ChatLine.class)
                .setParameter("auction", auction)
                .setParameter("below", below)
                .setParameter("since", oldest())
                .setMaxResults(most)
                .getResultList());
    }

    /** A line that its room still shows. */
    Optional<ChatLine> shown(long id) {
        return Optional.ofNullable(entities.find(ChatLine.class, id)).filter(ChatLine::isShown);
    }

    /**
     * Takes a line out of its room's history; again, it changes nothing.
     *
     * @throws RejectedException {@code NOT_FOUND}
     */
    public ChatLine remove(long id) {
        ChatLine line = entities.find(ChatLine.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (line == null) {
            throw RejectedException.notFound("chat line");
        }
        line.remove(time.now());
        return line;
    }

    /** Forgets lines that are too old, but those that the house still has to look at. Answers whether there may be more. */
    boolean sweep() {
        return entities.createNativeQuery("DELETE FROM chat_line WHERE ctid = ANY(ARRAY(SELECT c.ctid FROM chat_line c"
                                + " WHERE c.at < ?1 AND NOT EXISTS (SELECT 1 FROM report_case r WHERE r.kind = 'CHAT'"
                                + " AND r.thing_id = c.id AND r.decided_at IS NULL) LIMIT ?2))")
                        .setParameter(1, oldest())
                        .setParameter(2, MOST_SWEPT)
                        .executeUpdate()
                == MOST_SWEPT;
    }

    private long oldest() {
        return time.now() - config.chatKept().toMillis();
    }
}
