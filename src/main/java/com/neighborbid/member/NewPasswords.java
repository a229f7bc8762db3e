package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Outbox;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Members' new passwords: changed by who knows the old one, or set by who reads the member's mail. Each ends the
 * sessions that it should, and is told by mail. Each call is a transaction; the ended sessions are announced after it.
 */
@ApplicationScoped
@Transactional
public class NewPasswords {
    private static final Logger LOG = System.getLogger(NewPasswords.class.getName());

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PasswordConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private final SecureRandom random = new SecureRandom();

    /**
     * A right to set a password.
     *
     * @param token for the link of a mail, shown this once
     */
    public record Issued(Profile member, String token) {}

    /** Orders the mail with a link, whether there is such a member or not: the answer must not tell. */
    void ask(EmailAddress email) {
        outbox.add(AccountNotice.QUEUE, new AccountNotice(AccountNotice.Kind.RESET_ASKED, email.key()).text());
    }

    /** Gives a member the right to a new password, in place of one that it was given before; empty for no member. */
    public Optional<Issued> issue(String emailKey) {
        return members.find(emailKey).filter(member -> !member.isBanned()).map(member -> {
            String token = Tokens.make(random);
            entities.createNativeQuery("INSERT INTO password_reset (member_id, token_hash, expires_at)"
                            + " VALUES (?1, ?2, ?3) ON CONFLICT (member_id) DO UPDATE"
                            + " SET token_hash = EXCLUDED.token_hash, expires_at = EXCLUDED.expires_at")
                    .setParameter(1, member.id())
                    .setParameter(2, Tokens.hashOf(token))
                    .setParameter(
                            3,
                            time.now()
                                    + Duration.ofMinutes(config.resetMinutes()).toMillis())
                    .executeUpdate();
            return new Issued(member.profile(time.now()), token);
        });
    }

    /**
     * Whose password a token is for.
     *
     * @throws RejectedException {@code RESET_OVER} when it is unknown, used or too old
     */
    Member ownerOf(String token) {
        @SuppressWarnings("unchecked")
        List<Number> found = entities.createNativeQuery(
                        "SELECT member_id FROM password_reset WHERE token_hash = ?1 AND expires_at > ?2")
                .setParameter(1, Tokens.hashOf(token))
                .setParameter(2, time.now())
                .getResultList();
        return found.stream()
                .findFirst()
                .flatMap(id -> members.find(id.longValue()))
                .orElseThrow(() -> new RejectedException(MemberRejection.RESET_OVER));
    }

    /** Sets the password by a token, which is used up; answers the ended sessions. Throws as {@link #ownerOf}. */
    List<Long> redeem(String token, String hash) {
        Member owner = ownerOf(token);
        int used = entities.createNativeQuery("DELETE FROM password_reset WHERE token_hash = ?1")
                .setParameter(1, Tokens.hashOf(token))
                .executeUpdate();
        if (used == 0) {
            throw new RejectedException(MemberRejection.RESET_OVER);
        }
        set(owner.id(), hash);
        return sessions.endAll(owner.id());
    }

    /** Changes a member's password; answers its sessions that ended, all but the one that goes on. */
    List<Long> change(long member, long going, String hash) {
        set(member, hash);
        return sessions.endOthers(member, going);
    }

    private void set(long id, String hash) {
        Member member = members.change(id, known -> known.takePassword(hash));
        entities.createNativeQuery("DELETE FROM password_reset WHERE member_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
        AccountNotice changed =
                new AccountNotice(AccountNotice.Kind.PASSWORD_CHANGED, EmailAddress.keyOf(member.email()));
        outbox.add(AccountNotice.QUEUE, changed.text());
        LOG.log(Level.INFO, "Member {0} has a new password", Ids.text(id));
    }
}
