package com.neighborbid.load.seed;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The house's tables without keys, indexes and triggers while they are filled, and with exactly those again afterwards:
 * building an index once is ten times faster than keeping it up, and what is put back checks what was filled in.
 */
final class BareTables {
    private static final String TABLES =
            "c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'" + " AND c.relname <> 'flyway_schema_history'";
    private static final String CONSTRAINTS = """
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE %s AND k.contype IN (%s) ORDER BY c.relname, k.conname""";
    private static final String INDEXES = """
            FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid
            WHERE %s AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid)
            ORDER BY c.relname, x.indexrelid""".formatted(TABLES);

    private final SeedConnection database;
    private final List<String> restore = new ArrayList<>();

    private BareTables(SeedConnection database) {
        this.database = database;
    }

    /** Takes them away, and remembers them. */
    static BareTables strip(SeedConnection database) throws SQLException {
        BareTables bare = new BareTables(database);
        bare.take("'p', 'u'", false);
        bare.restore.addAll(database.texts("SELECT pg_get_indexdef(x.indexrelid) " + INDEXES));
        bare.take("'f'", true);
        for (String index : database.texts("SELECT x.indexrelid::regclass::text " + INDEXES)) {
            database.run("DROP INDEX " + index);
        }
        for (String drop : database.texts(drops("'p', 'u'"))) {
            database.run(drop);
        }
        bare.triggers("DISABLE");
        return bare;
    }

    /** Puts everything back: keys, indexes, then references, which are checked. */
    void dress() throws SQLException {
        for (String sql : restore) {
            database.run(sql);
        }
        triggers("ENABLE");
    }

    private void take(String kinds, boolean drop) throws SQLException {
        restore.addAll(database.texts("SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', c.relname, k.conname,"
                + " pg_get_constraintdef(k.oid)) " + CONSTRAINTS.formatted(TABLES, kinds)));
        if (drop) {
            for (String sql : database.texts(drops(kinds))) {
                database.run(sql);
            }
        }
    }

    private static String drops(String kinds) {
        return "SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', c.relname, k.conname) "
                + CONSTRAINTS.formatted(TABLES, kinds);
    }

    private void triggers(String verb) throws SQLException {
        for (String table : database.texts("SELECT quote_ident(c.relname) FROM pg_class c WHERE " + TABLES)) {
            database.run("ALTER TABLE " + table + " " + verb + " TRIGGER USER");
        }
    }
}
