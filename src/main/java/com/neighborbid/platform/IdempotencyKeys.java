package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;

/** The kept keys and their answers. A key that is being worked on is locked for the length of its transaction. */
@ApplicationScoped
class IdempotencyKeys {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Transactional
    Response runOnce(long member, String key, String requestHash, Supplier<IdempotentCall.Answer> effect) {
        if (!lock(member, key)) {
            throw new RejectedException(CommonRejection.IDEMPOTENCY_IN_PROGRESS);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> kept = entities.createNativeQuery(
                        "SELECT request_hash, status, answer FROM idempotency WHERE member_id = ?1 AND key = ?2")
                .setParameter(1, member)
                .setParameter(2, key)
                .getResultList();
        if (kept.isEmpty()) {
            IdempotentCall.Answer answer = effect.get();
            keep(member, key, requestHash, answer);
            return answer.response(false);
        }
        Object[] first = kept.get(0);
        if (!requestHash.equals(first[0])) {
            throw new RejectedException(CommonRejection.IDEMPOTENCY_MISMATCH);
        }
        return new IdempotentCall.Answer(((Number) first[1]).intValue(), (String) first[2]).response(true);
    }

    private boolean lock(long member, String key) {
        return (Boolean)
                entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(?1, 0))", Boolean.class)
                        .setParameter(1, member + "/" + key)
                        .getSingleResult();
    }

    private void keep(long member, String key, String requestHash, IdempotentCall.Answer answer) {
        entities.createNativeQuery("INSERT INTO idempotency (member_id, key, request_hash, status, answer, at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, member)
                .setParameter(2, key)
                .setParameter(3, requestHash)
                .setParameter(4, answer.status())
                .setParameter(5, answer.json())
                .setParameter(6, time.now())
                .executeUpdate();
    }
}
