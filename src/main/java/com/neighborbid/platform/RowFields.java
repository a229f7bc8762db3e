package com.neighborbid.platform;

import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a query as the fields of a JSON object: names in camel case, ids in their public form. */
public final class RowFields {
    private RowFields() {}

    /** The row's columns in their order; a number whose column ends in {@code _id} is an id. */
    public static Map<String, @Nullable Object> of(Tuple tuple) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (TupleElement<?> element : tuple.getElements()) {
            String column = element.getAlias();
            Object value = tuple.get(column);
            boolean isId = column.endsWith("_id") && value instanceof Number;
            row.put(camel(column), isId ? Ids.text(((Number) value).longValue()) : value);
        }
        return row;
    }

    private static String camel(String column) {
        StringBuilder name = new StringBuilder(column.length());
        for (String part : column.split("_", -1)) {
            name.append(name.length() == 0 ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }
}
