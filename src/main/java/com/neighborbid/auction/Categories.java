package com.neighborbid.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The fixed list of categories; it changes with a migration alone, so it is read once. */
@ApplicationScoped
@Transactional
class Categories {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

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
            @SuppressWarnings("unchecked")
            List<Tuple> rows = entities.createNativeQuery(
                            "SELECT id, name_ko, name_en FROM category ORDER BY position", Tuple.class)
                    .getResultList();
            known = rows.stream()
                    .map(row -> new Category(
                            row.get("id", String.class),
                            row.get("name_ko", String.class),
                            row.get("name_en", String.class)))
                    .toList();
        }
        return known;
    }

    /** The ids of all. */
    Set<String> ids() {
        return all().stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
    }
}
