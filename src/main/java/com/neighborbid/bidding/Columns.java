package com.neighborbid.bidding;

import com.neighborbid.platform.PlainStatement;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns: the arrays that {@code unnest} makes rows of again, so that many rows are one statement. */
final class Columns {
    private final String sql;
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

        private String parameter() {
            return "CAST(? AS " + name().toLowerCase(Locale.ROOT) + "[])";
        }
    }

    /** A statement in which {@code {rows}} stands for rows of such columns. */
    record Form(String sql, List<Type> types) {
        static Form of(String sql, Type... types) {
            List<Type> columns = Arrays.asList(types);
            String rows = columns.stream().map(Type::parameter).collect(Collectors.joining(", ", "unnest(", ")"));
            return new Form(sql.replace("{rows}", rows), columns);
        }
    }

    Columns(Form form) {
        this.sql = form.sql;
        this.types = form.types;
    }

    void row(@Nullable Object... values) {
        rows.add(values);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The form's statement with these rows. */
    PlainStatement statement() {
        return PlainStatement.of(sql, arrays());
    }

    /** As {@link #statement}, of one that answers rows itself, and has a further value after these rows. */
    PlainStatement statement(PlainStatement.Each each, Object further) {
        List<Object> values = arrays();
        values.add(further);
        return new PlainStatement(sql, values, each);
    }

    private List<Object> arrays() {
        List<Object> arrays = new ArrayList<>(types.size());
        for (int column = 0; column < types.size(); column++) {
            Object array = Array.newInstance(types.get(column).java, rows.size());
            for (int row = 0; row < rows.size(); row++) {
                Array.set(array, row, rows.get(row)[column]);
            }
            arrays.add(array);
        }
        return arrays;
    }
}
