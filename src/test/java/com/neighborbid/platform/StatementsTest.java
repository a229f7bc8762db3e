package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private final TestHouse house = new TestHouse();
    private final Statements statements = house.get(Statements.class);
    private final List<String> found = new ArrayList<>();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void carriesThemOutInTheirOrderAndGivesEachItsRows() {
        together(
                outbox("b", "a"),
                new PlainStatement(
                        "SELECT body FROM outbox ORDER BY body", List.of(), row -> found.add(row.getString(1))),
                new PlainStatement("SELECT body FROM outbox WHERE false", List.of(), row -> found.add("none")),
                PlainStatement.of("UPDATE outbox SET body = body || ?", List.of("!")),
                new PlainStatement(
                        "SELECT count(*) FROM outbox WHERE body LIKE ?",
                        List.of("%!"),
                        row -> found.add(Long.toString(row.getLong(1)))));

        assertEquals(List.of("a", "b", "2"), found);
    }

    @Test
    void theirArraysHaveEveryTypeAndNothingInTheirPlaces() {
        together(new PlainStatement(
                "SELECT i, n, d, f, t FROM unnest(CAST(? AS bigint[]), CAST(? AS integer[]), CAST(? AS float8[]),"
                        + " CAST(? AS boolean[]), CAST(? AS text[])) AS r (i, n, d, f, t)",
                List.of(
                        new Long[] {Long.MAX_VALUE, null},
                        new Integer[] {1, null},
                        new Double[] {0.5, null},
                        new Boolean[] {true, null},
                        new String[] {"it's \"{a,b}\"", null}),
                row -> found.add(Arrays.asList(
                                row.getObject(1),
                                row.getObject(2),
                                row.getObject(3),
                                row.getObject(4),
                                row.getObject(5))
                        .toString())));

        assertEquals(
                List.of("[9223372036854775807, 1, 0.5, true, it's \"{a,b}\"]", "[null, null, null, null, null]"),
                found);
    }

    @Test
    void whatOneIsRefusedForNoneHasDone() {
        PlainStatement refused = PlainStatement.of("INSERT INTO outbox (queue) VALUES (?)", List.of("q"));

        assertThrows(PersistenceException.class, () -> together(outbox("a"), refused));

        together(new PlainStatement("SELECT 1 FROM outbox", List.of(), row -> found.add("left")));
        assertEquals(List.of(), found);
    }

    @Test
    void goThroughHundredsOfTimesOnOneConnection() {
        house.together(entities -> {
            for (int i = 0; i < 300; i++) {
                statements.run(List.of(outbox("m" + i), outbox("n" + i)));
            }
            return 0;
        });

        together(new PlainStatement(
                "SELECT count(*) FROM outbox", List.of(), row -> found.add(Long.toString(row.getLong(1)))));
        assertEquals(List.of("600"), found);
    }

    private static PlainStatement outbox(String... bodies) {
        return PlainStatement.of(
                "INSERT INTO outbox (queue, body, created_at) SELECT 'q', b, ? FROM unnest(CAST(? AS text[])) AS u (b)",
                List.of(0L, bodies));
    }

    private void together(PlainStatement... all) {
        house.together(entities -> {
            statements.run(List.of(all));
            return all.length;
        });
    }
}
