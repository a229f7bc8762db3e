package com.neighborbid.notification;

import com.neighborbid.member.AccountNotice;
import com.neighborbid.member.Members;
import com.neighborbid.member.NewPasswords;
import com.neighborbid.member.Profile;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;

/** The mails about accounts, in the member's language. The token of a link is made here, and is in no message. */
@ApplicationScoped
class AccountMails {
    @Inject
    @SuppressWarnings("NullAway.Init")
    NewPasswords passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MailRoute route;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NotificationConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * Sends the mail of a notice; none where there is no such member.
     *
     * @throws MessagingException when it could not be sent: it may be tried again
     */
    void send(AccountNotice notice) throws MessagingException {
        Optional<Mail> mail = switch (notice.kind()) {
            case RESET_ASKED ->
                // What follows the # of a link goes to no server's log.
                passwords
                        .issue(notice.email())
                        .map(issued -> mail("reset", issued.member(), "password#" + issued.token()));
            case PASSWORD_CHANGED ->
                members.profileOf(notice.email()).map(member -> mail("changed", member, "password"));
        };
        if (mail.isPresent()) {
            route.send(mail.get());
        }
    }

    private Mail mail(String key, Profile member, String path) {
        return new MailText(member.language(), config.publicUrl())
                .account(Ids.text(Ids.next(time)), time.now(), key, member, path);
    }
}
