package com.neighborbid.operations;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Replica;
import com.neighborbid.platform.RowFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@link Register}s, a page at a time. */
@ApplicationScoped
class Registers {
    private static final String KEY = "key";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /**
     * What to look for.
     *
     * @param text part of a name or a title, or a public id; empty for all
     * @param status empty for all
     * @param below the key that rows are below
     */
    record Question(Register register, String text, String status, long below, int rows) {}

    /**
     * Some rows of a list, each by its columns' names in their order.
     *
     * @param lastKey the last row's, null without any
     */
    record Rows(
            List<Map<String, @Nullable Object>> rows,
            @Nullable Long lastKey) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    Replica replica;

    @Transactional
    Rows read(Question question) {
        return read(entities, question);
    }

    /** The same for a file, which may be of a moment ago. */
    @Transactional
    Rows export(Question question) {
        return replica.read(entities, from -> read(from, question));
    }

    private static Rows read(EntityManager from, Question question) {
        String text = question.text().strip().toLowerCase(Locale.ROOT);
        @SuppressWarnings("unchecked")
        List<Tuple> found = from.createNativeQuery(question.register().sql(), Tuple.class)
                .setParameter("q", text)
                .setParameter("id", Ids.parse(text).orElse(0))
                .setParameter("status", question.status())
                .setParameter("below", question.below())
                .setParameter("rows", question.rows())
                .getResultList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(found.size());
        Long last = null;
        for (Tuple tuple : found) {
            rows.add(row(tuple));
            last = ((Number) tuple.get(KEY)).longValue();
        }
        return new Rows(rows, last);
    }

    private static Map<String, @Nullable Object> row(Tuple tuple) {
        Map<String, @Nullable Object> row = RowFields.of(tuple);
        row.remove(KEY);
        return row;
    }
}
