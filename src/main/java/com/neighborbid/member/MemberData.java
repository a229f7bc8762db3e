package com.neighborbid.member;

import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The member itself; its own fields are erased by {@link Member#erase}. */
@ApplicationScoped
class MemberData implements PersonalData {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "profile",
                        "SELECT id AS member_id, email, display_name, locale, admin, rating, lat, lng, place, proven_at,"
                                + " created_at, banned_at, ban_reason FROM member WHERE id = ?1"),
                new Section(
                        "sessions",
                        "SELECT created_at, confirmed_at, expires_at FROM session WHERE member_id = ?1 ORDER BY id"));
    }

    @Override
    public void checkFree(long member) {
        boolean admin = members.find(member)
                .filter(known -> known.roles().contains("admin"))
                .isPresent();
        if (admin) {
            throw new RejectedException(MemberRejection.ADMIN_STAYS);
        }
    }

    @Override
    public void erase(long member) {
        entities.createNativeQuery("DELETE FROM password_reset WHERE member_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
    }
}
