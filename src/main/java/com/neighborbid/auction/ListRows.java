package com.neighborbid.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The prices by which lists are ordered. They follow the recorded ones, so that a bid that is recorded touches no index
 * of its auction, and a hundred bids in five seconds move its place in the list once.
 */
@ApplicationScoped
class ListRows {
    private static final int MOST = 1000;

    /** An auction that bids are being recorded for at the moment waits for the next turn. */
    private static final String FOLLOW = """
            WITH moved AS (
                SELECT id FROM auction WHERE %s ORDER BY id LIMIT ?1 FOR NO KEY UPDATE SKIP LOCKED
            )
            UPDATE auction a SET listed_price = a.price FROM moved WHERE a.id = moved.id""";

    private static final String GOING_ON = FOLLOW.formatted("NOT over AND listed_price <> price");
    /** Those that were over before there was a listed price. */
    private static final String NEVER = FOLLOW.formatted("over AND listed_price = 0");

    /** An auction that an instance of the version before put up. */
    private static final String NEW_TEXTS = """
            INSERT INTO auction_search (auction_id, text, pairs)
            SELECT t.auction_id, t.text, t.pairs FROM auction a JOIN auction_text t ON t.auction_id = a.id
            WHERE NOT a.over AND NOT EXISTS (SELECT FROM auction_search s WHERE s.auction_id = a.id) LIMIT ?1
            ON CONFLICT DO NOTHING""";

    private static final String OLD_TEXTS = """
            DELETE FROM auction_search WHERE auction_id IN (
                SELECT s.auction_id FROM auction_search s JOIN auction a ON a.id = s.auction_id WHERE a.over LIMIT ?1)""";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /** Follows some; answers whether there may be more at once. */
    @Transactional
    boolean follow() {
        int goingOn = run(GOING_ON);
        int never = run(NEVER);
        return goingOn == MOST || never == MOST;
    }

    /** Brings the texts of what goes on to be those of what goes on; answers whether there may be more at once. */
    @Transactional
    boolean followTexts() {
        int added = run(NEW_TEXTS);
        int removed = run(OLD_TEXTS);
        return added == MOST || removed == MOST;
    }

    private int run(String sql) {
        return entities.createNativeQuery(sql).setParameter(1, MOST).executeUpdate();
    }
}
