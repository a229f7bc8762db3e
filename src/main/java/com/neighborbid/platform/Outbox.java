package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that leave with the transaction that wrote them. {@link OutboxRelay} carries them to the broker after the
 * commit, at least once; the receiver's {@link Inbox} makes it once.
 */
@ApplicationScoped
public class Outbox {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /** Writes a message into the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String queue, String body) {
        entities.createNativeQuery("INSERT INTO outbox (queue, body, created_at) VALUES (?1, ?2, ?3)")
                .setParameter(1, queue)
                .setParameter(2, body)
                .setParameter(3, time.now())
                .executeUpdate();
    }

    @Transactional
    List<Waiting> oldest(int most) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object[]> rows = entities.createNativeQuery(
                        "SELECT id, queue, body FROM outbox ORDER BY id LIMIT ?1")
                .setParameter(1, most)
                .getResultList();
        return rows.stream()
                .map(row -> new Waiting(((Number) row[0]).longValue(), (String) row[1], (String) row[2]))
                .toList();
    }

    @Transactional
    void remove(List<Long> ids) {
        entities.createNativeQuery("DELETE FROM outbox WHERE id = ANY(?1)")
                .setParameter(1, ids.toArray(Long[]::new))
                .executeUpdate();
    }

    record Waiting(long id, String queue, String body) {
        Messages.Outgoing message() {
            return new Messages.Outgoing(queue, "outbox-" + id, body);
        }
    }
}
