package com.neighborbid.notification;

import com.neighborbid.member.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What a member was told. */
@ApplicationScoped
class NotificationData implements PersonalData {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Override
    public List<Section> sections() {
        return List.of(new Section(
                "notifications",
                "SELECT kind, auction_id, order_id, title, amount, currency, reason, at, read_at, mailed_at"
                        + " FROM notification WHERE member_id = ?1 ORDER BY id"));
    }

    @Override
    public void erase(long member) {
        entities.createNativeQuery("DELETE FROM notification WHERE member_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
    }
}
