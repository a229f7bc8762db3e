package com.neighborbid.auction;

import com.neighborbid.platform.Reads;
import com.neighborbid.platform.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The fixed list of categories; it changes with a migration alone, so it is read once. */
@ApplicationScoped
class Categories {
    private static final Select ALL = Select.of("SELECT id, name_ko, name_en FROM category ORDER BY position");

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    private volatile List<Category> known = List.of();

    /** A category and its names. */
    record Category(String id, String korean, String english) {
        String name(Locale language) {
            return language.equals(Locale.KOREAN) ? korean : english;
        }
    }

    /** All, in the order in which they are shown. */
    List<Category> all() {
        if (known.isEmpty()) {
            known = reads.rows(ALL, row -> new Category(row.getString(1), row.getString(2), row.getString(3)));
        }
        return known;
    }

    /** The ids of all. */
    Set<String> ids() {
        return all().stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
    }
}
