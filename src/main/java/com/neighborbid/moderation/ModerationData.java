package com.neighborbid.moderation;

import com.neighborbid.member.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What a member said in rooms, and what it reported. */
@ApplicationScoped
class ModerationData implements PersonalData {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "chat",
                        "SELECT auction_id, name, paddle, text, at, removed_at FROM chat_line WHERE member_id = ?1"
                                + " ORDER BY id"),
                new Section(
                        "reports", "SELECT kind, thing_id, reason, at FROM report WHERE reporter_id = ?1 ORDER BY id"));
    }

    @Override
    public void erase(long member) {
        entities.createNativeQuery("DELETE FROM chat_line WHERE member_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
        entities.createNativeQuery("UPDATE report SET reason = '' WHERE reporter_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
    }
}
