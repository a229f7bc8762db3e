package com.neighborbid.member;

import com.neighborbid.platform.Reads;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** All members. */
@ApplicationScoped
public class Members {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** What is known of a member. */
    @Transactional
    public Optional<Profile> profile(long id) {
        return find(id).map(member -> member.profile(time.now()));
    }

    /** What is known of the member with this address's key. */
    @Transactional
    public Optional<Profile> profileOf(String emailKey) {
        return find(emailKey).map(member -> member.profile(time.now()));
    }

    /** What is committed of several members, by id; unknown ids are left out. */
    public Map<Long, Profile> profiles(Collection<Long> ids) {
        long now = time.now();
        return reads.with(from -> from.createQuery("SELECT m FROM Member m WHERE m.id IN :ids", Member.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(member -> member.profile(now))
                .collect(Collectors.toMap(Profile::id, Function.identity())));
    }

    /** A member as it is committed: to be shown, not to be changed. */
    Optional<Member> look(long id) {
        return Optional.ofNullable(reads.with(from -> from.find(Member.class, id)));
    }

    Optional<Member> find(long id) {
        return Optional.ofNullable(entities.find(Member.class, id));
    }

    Optional<Member> find(String emailKey) {
        return entities.createQuery("SELECT m FROM Member m WHERE m.emailKey = :key", Member.class)
                .setParameter("key", emailKey)
                .getResultStream()
                .findFirst();
    }

    /**
     * Takes in a new member.
     *
     * @throws RejectedException {@code EMAIL_TAKEN}
     */
    @Transactional
    void add(Member member) {
        try {
            entities.persist(member);
            entities.flush();
        } catch (ConstraintViolationException e) {
            if ("member_email_key".equals(e.getConstraintName())) {
                throw new RejectedException(MemberRejection.EMAIL_TAKEN);
            }
            throw e;
        }
    }

    /** Changes a member by its verbs and returns it; two changes at once are made one after the other. */
    @Transactional
    Member change(long id, Consumer<Member> verb) {
        Member member = entities.find(Member.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (member == null) {
            throw RejectedException.notFound("member");
        }
        verb.accept(member);
        return member;
    }
}
