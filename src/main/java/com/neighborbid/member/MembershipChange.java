package com.neighborbid.member;

import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** A decision about a member and the end of its sessions, in one transaction. */
@ApplicationScoped
class MembershipChange {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** What is decided. */
    @FunctionalInterface
    interface Verb {
        void apply(Member member, long now);
    }

    /**
     * Answers the ids of the sessions that it ended.
     *
     * @throws RejectedException {@code NOT_FOUND}
     */
    @Transactional
    List<Long> apply(long member, Verb verb) {
        members.change(member, known -> verb.apply(known, time.now()));
        return sessions.endAll(member);
    }
}
