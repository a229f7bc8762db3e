package com.neighborbid.operations;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The book of what admins did. An entry is there before the act; its outcome follows; neither is ever changed. */
@ApplicationScoped
class Audit {
    /** The outcome of what was done. */
    static final String DONE = "DONE";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /**
     * What an admin is about to do.
     *
     * @param subject the public id of what it is done to, empty for the whole house
     * @param detail the call's fields, as JSON
     */
    record Act(long admin, String action, String subject, String reason, String detail, String request) {}

    /** Writes an act down and answers the entry's id. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    long begin(Act act) {
        long id = Ids.next(time);
        entities.createNativeQuery("INSERT INTO audit (id, at, admin_id, action, subject, reason, detail, request_id)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, id)
                .setParameter(2, time.now())
                .setParameter(3, act.admin())
                .setParameter(4, act.action())
                .setParameter(5, act.subject())
                .setParameter(6, act.reason())
                .setParameter(7, act.detail())
                .setParameter(8, act.request())
                .executeUpdate();
        return id;
    }

    /** Writes down what became of it: {@link #DONE}, or the code of a refusal. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void end(long id, String outcome) {
        entities.createNativeQuery("INSERT INTO audit_outcome (audit_id, at, outcome) VALUES (?1, ?2, ?3)")
                .setParameter(1, id)
                .setParameter(2, time.now())
                .setParameter(3, outcome)
                .executeUpdate();
    }
}
