package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrations keep the rules, and the rules find who does not. */
class MigrationRulesTest {
    /** The last migration of the first version that was ever run by anybody else. */
    private static final int BASELINE = 12;

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__\\w+\\.sql");

    @Test
    void everyMigrationAfterTheBaselineKeepsTheRules() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Matcher version = VERSION.matcher(name);
                if (version.matches() && Integer.parseInt(version.group(1)) > BASELINE) {
                    Path conf = file.resolveSibling(name + ".conf");
                    faults.addAll(new MigrationRules(
                                    name, Files.readString(file), Files.exists(conf) ? Files.readString(conf) : "")
                            .faults());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE watch",
                "ALTER TABLE member DROP COLUMN place",
                "ALTER TABLE member DROP place",
                "ALTER TABLE member RENAME COLUMN place TO town",
                "ALTER TABLE member RENAME TO neighbour",
                "ALTER TABLE bid ALTER COLUMN paddle TYPE bigint",
                "ALTER TABLE bid\n  ALTER paddle SET DATA TYPE bigint",
                "ALTER TABLE member ALTER COLUMN place SET NOT NULL",
                "ALTER TABLE member ADD COLUMN phone text NOT NULL",
                "ALTER TABLE member ADD COLUMN a text, ADD COLUMN b text NOT NULL",
                "ALTER TABLE member ADD CHECK (place <> '')",
                "ALTER TABLE hold ADD CONSTRAINT of_member FOREIGN KEY (member_id) REFERENCES member (id)",
                "ALTER TABLE member ADD UNIQUE (display_name)",
                "ALTER TABLE member ADD COLUMN friend bigint REFERENCES member (id)",
                "CREATE INDEX bid_at ON bid (at)",
                "create unique index bid_at on bid (at)",
                "CREATE INDEX CONCURRENTLY bid_at ON bid (at)",
                "TRUNCATE outbox",
                "LOCK TABLE bid IN EXCLUSIVE MODE",
                "VACUUM FULL bid",
                "UPDATE auction SET price = 0",
                "DELETE FROM inbox",
                "CREATE TABLE a (b int); DROP TABLE bid",
                "-- contract:\nDROP TABLE watch"
            })
    void refuses(String statement) {
        List<String> faults = new MigrationRules("V99__x.sql", statement + ";", "").faults();
        assertTrue(!faults.isEmpty(), statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE friend (id bigint PRIMARY KEY, member_id bigint NOT NULL REFERENCES member (id))",
                "CREATE TABLE friend (id bigint); CREATE INDEX friend_id ON friend (id); INSERT INTO friend VALUES (1);"
                        + " UPDATE friend SET id = 2; ALTER TABLE friend ADD UNIQUE (id)",
                "ALTER TABLE member ADD COLUMN phone text",
                "ALTER TABLE member ADD COLUMN calls bigint NOT NULL DEFAULT 0, ADD COLUMN phone text",
                "ALTER TABLE member ADD CONSTRAINT has_place CHECK (place IS NOT NULL) NOT VALID",
                "ALTER TABLE member VALIDATE CONSTRAINT has_place",
                "ALTER TABLE member DROP CONSTRAINT has_place",
                "ALTER TABLE member ALTER COLUMN place DROP NOT NULL",
                "ALTER TABLE member ADD CONSTRAINT named UNIQUE USING INDEX member_name",
                "CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE bid SET at = 0; DROP TABLE bid $$",
                "-- DROP TABLE bid\nCREATE SEQUENCE s",
                "COMMENT ON TABLE bid IS 'DROP TABLE; UPDATE bid SET'",
                "-- contract: nothing reads watch since version 1.4\nDROP TABLE watch"
            })
    void allows(String statement) {
        assertEquals(List.of(), new MigrationRules("V99__x.sql", statement + ";", "").faults());
    }

    @Test
    void allowsAnIndexThatIsBuiltOutsideOfATransaction() {
        String build = "CREATE INDEX CONCURRENTLY bid_at ON bid (at);";
        assertEquals(List.of(), new MigrationRules("V99__x.sql", build, "executeInTransaction=false\n").faults());
    }
}
