package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Select;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
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
import java.util.Set;

/**
 * Opens, finds and ends sessions. A token is 256 random bits, given out once and kept as its SHA-256; every look-up goes
 * to the database, so that an ended session is over on every node at once.
 */
@ApplicationScoped
public class Sessions {
    /** The Redis channel on which the public id of an ended session is told: its sockets close. */
    public static final String CHANNEL = "nb:sessions";

    private static final Logger LOG = System.getLogger(Sessions.class.getName());
    private static final int MOST_SWEPT = 5000;
    private static final Set<String> MEMBER = Set.of("member");
    private static final Set<String> ADMIN = Set.of("member", "admin");
    /** The look-up of every call: of what {@link Session} and {@link Member} have, the little that it needs. */
    private static final String FIND = "SELECT m.id, s.id, m.display_name, m.admin"
            + " FROM session s JOIN member m ON m.id = s.member_id WHERE s.token_hash=? AND s.expires_at > ?"
            + " AND m.banned_at IS NULL AND m.erased_at IS NULL";

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    MemberConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * A session just opened.
     *
     * @param token shown this once
     * @param expiresAt milliseconds since the epoch
     */
    record Opened(String token, long expiresAt) {}

    @Transactional
    Opened open(Member member) {
        String token = Tokens.make(random);
        long now = time.now();
        long expiresAt = now + Duration.ofDays(config.sessionDays()).toMillis();
        entities.persist(new Session(
                Ids.next(time),
                entities.getReference(Member.class, member.id()),
                Tokens.hashOf(token),
                now,
                expiresAt));
        return new Opened(token, expiresAt);
    }

    /** The member behind a token, or empty for one that is unknown, ended or over. */
    public Optional<MemberPrincipal> find(String token) {
        if (token.length() != Tokens.LENGTH) {
            return Optional.empty();
        }
        return reads.row(
                Select.of(FIND, Tokens.hashOf(token), time.now()),
                row -> new MemberPrincipal(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getBoolean(4) ? ADMIN : MEMBER));
    }

    /**
     * Ends a session at once. That its open sockets close needs Redis; without it they are only unable to come back.
     */
    @Transactional
    void end(long sessionId) {
        entities.createQuery("DELETE FROM Session s WHERE s.id = :id")
                .setParameter("id", sessionId)
                .executeUpdate();
    }

    /** Ends every session of a member at once; answers their ids, to be announced after the transaction. */
    @Transactional
    List<Long> endAll(long memberId) {
        List<Session> ended = entities.createQuery("SELECT s FROM Session s WHERE s.member.id = :member", Session.class)
                .setParameter("member", memberId)
                .getResultList();
        ended.forEach(entities::remove);
        return ended.stream().map(Session::id).toList();
    }

    /** As {@link #endAll}, but for one. */
    @Transactional
    List<Long> endOthers(long memberId, long sessionId) {
        List<Session> ended = entities.createQuery(
                        "SELECT s FROM Session s WHERE s.member.id = :member AND s.id <> :session", Session.class)
                .setParameter("member", memberId)
                .setParameter("session", sessionId)
                .getResultList();
        ended.forEach(entities::remove);
        return ended.stream().map(Session::id).toList();
    }

    /** Ends a session if it is the member's; false when it is not. */
    @Transactional
    boolean endOwn(long sessionId, long memberId) {
        return entities.createQuery("DELETE FROM Session s WHERE s.id = :id AND s.member.id = :member")
                        .setParameter("id", sessionId)
                        .setParameter("member", memberId)
                        .executeUpdate()
                == 1;
    }

    /** A member's sessions that are not over, the newest first. */
    @Transactional
    List<Session> openOf(long memberId) {
        return entities.createQuery(
                        "SELECT s FROM Session s WHERE s.member.id = :member AND s.expiresAt > :now ORDER BY s.id DESC",
                        Session.class)
                .setParameter("member", memberId)
                .setParameter("now", time.now())
                .getResultList();
    }

    /** Notes that the session's member has shown its password again. */
    @Transactional
    void confirm(long sessionId) {
        Session session = entities.find(Session.class, sessionId);
        if (session != null) {
            session.confirm(time.now());
        }
    }

    /** When the session's member last showed its password, in milliseconds since the epoch; 0 for no session. */
    @Transactional
    public long confirmedAt(long sessionId) {
        Session session = entities.find(Session.class, sessionId);
        return session == null ? 0 : session.confirmedAt();
    }

    /** Tells the nodes that a session was ended; call it after the transaction. */
    void announceEnd(long sessionId) {
        try {
            redis.publish(CHANNEL, Ids.text(sessionId));
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "Open sockets of an ended session were not told: {0}", e.getMessage());
        }
    }

    /** Removes some of the sessions that are over. Answers whether there may be more. */
    @Transactional
    boolean sweep() {
        return entities.createNativeQuery("DELETE FROM session WHERE id IN"
                                + " (SELECT id FROM session WHERE expires_at <= ?1 ORDER BY expires_at LIMIT ?2)")
                        .setParameter(1, time.now())
                        .setParameter(2, MOST_SWEPT)
                        .executeUpdate()
                == MOST_SWEPT;
    }
}
