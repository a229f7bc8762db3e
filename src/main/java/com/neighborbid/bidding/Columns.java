package com.neighborbid.bidding;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns: the arrays that {@code unnest} makes rows of again, so that many rows are one statement. */
final class Columns {
    private final List<Type> types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** The type of a column. */
    enum Type {
        BIGINT(Long.class),
        INTEGER(Integer.class),
        BOOLEAN(Boolean.class),
        TEXT(String.class);

        private final Class<?> java;

        Type(Class<?> java) {
            this.java = java;
        }
    }

    Columns(Type... types) {
        this.types = Arrays.asList(types);
    }

    void row(@Nullable Object... values) {
        rows.add(values);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Runs a statement in which {@code {rows}} stands for these rows; does nothing without one. */
    void run(EntityManager entities, String sql) {
        if (!rows.isEmpty()) {
            bind(entities, sql).executeUpdate();
        }
    }

    /** As {@link #run}, for a statement that answers rows. */
    @SuppressWarnings("unchecked")
    List<@Nullable Object[]> query(EntityManager entities, String sql) {
        return rows.isEmpty() ? List.of() : bind(entities, sql).getResultList();
    }

    private Query bind(EntityManager entities, String sql) {
        String unnest = IntStream.range(0, types.size())
                .mapToObj(column -> "CAST(?" + (column + 1) + " AS " + types.get(column) + "[])")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        Query query = entities.createNativeQuery(sql.replace("{rows}", unnest));
        for (int column = 0; column < types.size(); column++) {
            Object array = Array.newInstance(types.get(column).java, rows.size());
            for (int row = 0; row < rows.size(); row++) {
                Array.set(array, row, rows.get(row)[column]);
            }
            query.setParameter(column + 1, array);
        }
        return query;
    }
}
