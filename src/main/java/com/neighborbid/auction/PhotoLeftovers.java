package com.neighborbid.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Files of pictures whose rows are gone, until they are gone, too. Each call is a transaction. */
@ApplicationScoped
@Transactional
class PhotoLeftovers {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    List<String> some(int most) {
        @SuppressWarnings("unchecked")
        List<String> files = entities.createNativeQuery("SELECT file FROM photo_leftover ORDER BY at LIMIT ?1")
                .setParameter(1, most)
                .getResultList();
        return files;
    }

    /** Whether some lot shows the picture, itself or as a thumbnail. */
    boolean isShown(String file) {
        return !entities.createNativeQuery("SELECT 1 FROM photo WHERE file = ?1 OR thumbnail = ?1 LIMIT 1")
                .setParameter(1, file)
                .getResultList()
                .isEmpty();
    }

    void done(String file) {
        entities.createNativeQuery("DELETE FROM photo_leftover WHERE file = ?1")
                .setParameter(1, file)
                .executeUpdate();
    }
}
