package com.neighborbid.member;

import com.neighborbid.platform.RowFields;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the house knows of a member, gathered from all components as of one moment. */
@ApplicationScoped
class OwnExport {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    private Instance<PersonalData> parts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PrivacyConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /**
     * A member's data.
     *
     * @param exportedAt milliseconds since the epoch
     * @param data by the name of each list, its rows
     * @param incomplete lists that have more rows than an export takes
     */
    public record Exported(
            long exportedAt, Map<String, List<Map<String, @Nullable Object>>> data, List<String> incomplete) {}

    @Transactional
    Exported of(long member) {
        entities.createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .executeUpdate();
        Map<String, List<Map<String, @Nullable Object>>> data = new LinkedHashMap<>();
        List<String> incomplete = new ArrayList<>();
        for (PersonalData part : parts) {
            for (PersonalData.Section section : part.sections()) {
                List<Map<String, @Nullable Object>> rows = rows(section.sql(), member);
                if (rows.size() > config.rows()) {
                    rows = rows.subList(0, config.rows());
                    incomplete.add(section.name());
                }
                data.put(section.name(), rows);
            }
        }
        return new Exported(time.now(), data, incomplete);
    }

    private List<Map<String, @Nullable Object>> rows(String sql, long member) {
        @SuppressWarnings("unchecked")
        List<Tuple> found = entities.createNativeQuery(sql, Tuple.class)
                .setParameter(1, member)
                .setMaxResults(config.rows() + 1)
                .getResultList();
        return found.stream().map(RowFields::of).toList();
    }
}
