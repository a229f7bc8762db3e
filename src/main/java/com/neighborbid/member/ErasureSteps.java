package com.neighborbid.member;

import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Asks every component, and has each erase its part, in one transaction. */
@ApplicationScoped
class ErasureSteps {
    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    Instance<PersonalData> parts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * Erases a member; answers the ids of the sessions that ended.
     *
     * @throws RejectedException {@code NOT_FOUND}, {@code ADMIN_STAYS}, or a component's own
     */
    @Transactional
    List<Long> erase(long id) {
        Member member = members.change(id, known -> {});
        if (member.isErased()) {
            throw RejectedException.notFound("member");
        }
        parts.forEach(part -> part.checkFree(id));
        parts.forEach(part -> part.erase(id));
        member.erase(time.now());
        return sessions.endAll(id);
    }
}
