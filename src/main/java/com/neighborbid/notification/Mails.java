package com.neighborbid.notification;

import com.neighborbid.member.Members;
import com.neighborbid.member.Profile;
import com.neighborbid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;

/** The mails of notifications: written in the member's language, sent by the house's route, noted as sent. */
@ApplicationScoped
class Mails {
    @Inject
    @SuppressWarnings("NullAway.Init")
    MailNotes notes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MailRoute route;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NotificationConfig config;

    /**
     * Sends a notification's mail, unless it is noted as sent or its member has left; outside of any transaction.
     *
     * @throws MessagingException when it could not be sent: it may be tried again
     */
    void send(long id) throws MessagingException {
        Optional<Notification> waiting = notes.waiting(id);
        if (waiting.isPresent()) {
            Profile member = member(waiting.get());
            if (!member.isErased()) {
                route.send(new MailText(member.language(), config.publicUrl()).mail(waiting.get(), member));
            }
            notes.sent(id);
        }
    }

    private Profile member(Notification notification) {
        return members.profile(notification.member())
                .orElseThrow(() -> new IllegalStateException("No member " + Ids.text(notification.member())));
    }
}
