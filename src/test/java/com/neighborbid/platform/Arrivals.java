package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What arrived, kept as rows of the inbox: a note is gone when its transaction is rolled back. */
@ApplicationScoped
@Transactional
class Arrivals {
    private static final String NOTES = "notes";
    private static final char SEPARATOR = '#';

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Inbox inbox;

    /** A message's effect. */
    void arrived(String messageId, String text) {
        if (inbox.isNew("arrivals", messageId)) {
            note(text);
        }
    }

    void note(String text) {
        inbox.isNew(NOTES, text + SEPARATOR + UUID.randomUUID());
    }

    List<String> beginningWith(String text) {
        @SuppressWarnings("unchecked")
        List<String> found = entities.createNativeQuery(
                        "SELECT message_id FROM inbox WHERE receiver = ?1 AND message_id LIKE ?2 ORDER BY at")
                .setParameter(1, NOTES)
                .setParameter(2, text + "%")
                .getResultList();
        return found.stream()
                .map(note -> note.substring(0, note.indexOf(SEPARATOR)))
                .toList();
    }

    /** How many messages have not left the outbox. */
    long waiting() {
        return ((Number) entities.createNativeQuery("SELECT count(*) FROM outbox")
                        .getSingleResult())
                .longValue();
    }

    /** Runs the work in one transaction of the container. */
    void inOneTransaction(Runnable work) {
        work.run();
    }
}
