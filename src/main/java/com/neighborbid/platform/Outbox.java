package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages that leave with the transaction that wrote them. {@link OutboxRelay} carries them to the broker after the
 * commit, at least once; the receiver's {@link Inbox} makes it once. Where the work that wrote one is traced, its row
 * begins with a line that says so, and the message goes on in that trace.
 */
@ApplicationScoped
public class Outbox {
    /** Jumps from queue to queue on the index, and takes of each what another node has not taken. */
    private static final String OLDEST_OF_EVERY_QUEUE = """
            WITH RECURSIVE queues(queue) AS (
                (SELECT min(queue) FROM outbox)
                UNION ALL
                SELECT (SELECT min(o.queue) FROM outbox o WHERE o.queue > q.queue) FROM queues q
                WHERE q.queue IS NOT NULL)
            SELECT taken.id, taken.queue, taken.body FROM queues q CROSS JOIN LATERAL (
                SELECT o.id, o.queue, o.body FROM outbox o WHERE o.queue = q.queue
                ORDER BY o.id LIMIT ?1 FOR UPDATE SKIP LOCKED) taken
            """;

    private static final String ADD_ALL = "INSERT INTO outbox (queue, created_at, body) SELECT ?, ?, added.body"
            + " FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS added (body, place) ORDER BY place";

    private static final String TRACED = Traces.PARENT + ": ";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Statements statements;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** Writes a message into the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String queue, String body) {
        entities.createNativeQuery("INSERT INTO outbox (queue, body, created_at) VALUES (?1, ?2, ?3)")
                .setParameter(1, queue)
                .setParameter(2, withTrace(body))
                .setParameter(3, time.now())
                .executeUpdate();
    }

    /** As {@link #add}, many by one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(String queue, Collection<String> bodies) {
        if (!bodies.isEmpty()) {
            String[] rows = bodies.stream().map(Outbox::withTrace).toArray(String[]::new);
            statements.run(List.of(PlainStatement.of(ADD_ALL, List.of(queue, time.now(), rows))));
        }
    }

    /**
     * Gives the oldest messages of every queue to the carrier, and forgets them when it returns; when it throws, they
     * wait. Another node that carries at the same time is given others.
     *
     * @param most of each queue, so that none waits for another's backlog
     * @return how many were carried
     */
    @Transactional
    int carry(int most, Consumer<List<Messages.Outgoing>> carrier) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object[]> rows = entities.createNativeQuery(OLDEST_OF_EVERY_QUEUE)
                .setParameter(1, most)
                .getResultList();
        if (rows.isEmpty()) {
            return 0;
        }
        carrier.accept(rows.stream()
                .map(row -> outgoing((String) row[1], "outbox-" + row[0], (String) row[2]))
                .toList());
        return entities.createNativeQuery("DELETE FROM outbox WHERE id = ANY(?1)")
                .setParameter(
                        1,
                        rows.stream().map(row -> ((Number) row[0]).longValue()).toArray(Long[]::new))
                .executeUpdate();
    }

    private static String withTrace(String body) {
        String header = Traces.header(Traces.current());
        return header == null ? body : TRACED + header + '\n' + body;
    }

    private static Messages.Outgoing outgoing(String queue, String id, String row) {
        if (!row.startsWith(TRACED)) {
            return new Messages.Outgoing(queue, id, row);
        }
        int end = row.indexOf('\n');
        List<String> traces = List.of(row.substring(TRACED.length(), end));
        return new Messages.Outgoing(queue, id, row.substring(end + 1), "", traces);
    }
}
