package com.neighborbid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.TestHouse;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit, and the lists that an admin looks through, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminBooksTest {
    private static final long ADMIN = 77_000;
    private static final long MINA = 77_001;

    private final TestHouse house = new TestHouse();
    private final Audit audit = house.get(Audit.class);
    private final Registers registers = house.get(Registers.class);

    @BeforeAll
    void register() {
        house.together(entities -> entities.createNativeQuery("INSERT INTO member (id, email, email_key, password_hash,"
                        + " display_name, locale, admin, created_at) VALUES"
                        + " (77000, 'Ada@example.com', 'ada@example.com', '-', 'Ada', 'en', true, 1),"
                        + " (77001, 'mina@example.com', 'mina@example.com', '-', 'Mina', 'ko', false, 2)")
                .executeUpdate());
    }

    @AfterAll
    void close() {
        house.close();
    }

    private Registers.Rows read(Register register, String text, String status, long below, int rows) {
        return registers.read(new Registers.Question(register, text, status, below, rows));
    }

    private List<Map<String, @Nullable Object>> entries(String subject) {
        return read(Register.AUDIT, subject, "", Long.MAX_VALUE, 10).rows();
    }

    private long begin(String subject) {
        return audit.begin(new Audit.Act(ADMIN, "PAUSE", subject, "Redis was away", "{}", "r1"));
    }

    @Test
    void actIsWrittenBeforeItIsDoneAndItsOutcomeAfterwards() {
        long id = begin("s1");
        assertNull(entries("s1").get(0).get("outcome"));
        audit.end(id, Audit.DONE);
        Map<String, @Nullable Object> entry = entries("s1").get(0);
        assertEquals("DONE", entry.get("outcome"));
        assertEquals("Ada", entry.get("admin"));
        assertEquals(Ids.text(ADMIN), entry.get("adminId"));
        assertEquals("Redis was away", entry.get("reason"));
    }

    @Test
    void nobodyChangesTheAudit() {
        long id = begin("s2");
        audit.end(id, Audit.DONE);
        assertThrows(PersistenceException.class, () -> audit.end(id, "OTHER"));
        for (String change : List.of("UPDATE audit SET reason = 'x'", "DELETE FROM audit_outcome", "TRUNCATE audit")) {
            assertThrows(
                    PersistenceException.class,
                    () -> house.together(
                            entities -> entities.createNativeQuery(change).executeUpdate()),
                    change);
        }
        assertEquals("DONE", entries("s2").get(0).get("outcome"));
    }

    @ParameterizedTest
    @EnumSource
    void everyListCanBeSearched(Register register) {
        assertEquals(
                List.of(),
                read(register, "nobody has this name", "", Long.MAX_VALUE, 10).rows());
        assertEquals(
                List.of(),
                read(register, "", "NO_SUCH_STATUS", Long.MAX_VALUE, 10).rows());
    }

    @Test
    void findsMembersByNameAddressAndId() {
        for (String text : List.of("min", "MINA@", Ids.text(MINA))) {
            List<Map<String, @Nullable Object>> rows =
                    read(Register.MEMBERS, text, "", Long.MAX_VALUE, 10).rows();
            assertEquals(1, rows.size(), text);
            assertEquals(Ids.text(MINA), rows.get(0).get("memberId"));
        }
        assertEquals(
                1,
                read(Register.MEMBERS, "", "ADMIN", Long.MAX_VALUE, 10).rows().size());
    }

    @Test
    void goesOnBelowTheLastRow() {
        Registers.Rows first = read(Register.MEMBERS, "", "", Long.MAX_VALUE, 1);
        assertEquals("Mina", first.rows().get(0).get("name"));
        Registers.Rows second = read(Register.MEMBERS, "", "", first.lastKey(), 1);
        assertEquals("Ada", second.rows().get(0).get("name"));
        assertNull(read(Register.MEMBERS, "", "", second.lastKey(), 1).lastKey());
    }
}
