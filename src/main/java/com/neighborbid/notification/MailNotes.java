package com.neighborbid.notification;

import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Which notifications' mails are sent; each call is a short transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class MailNotes {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** The notification, if its mail is still to be sent. */
    Optional<Notification> waiting(long id) {
        return Optional.ofNullable(entities.find(Notification.class, id)).filter(Notification::awaitsMail);
    }

    /** The mail has left. */
    void sent(long id) {
        entities.find(Notification.class, id).mailed(time.now());
    }
}
