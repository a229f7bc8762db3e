package com.neighborbid.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration must not do while the version before works on the same tables; src/docs/migrations.md tells the way
 * that each thing is done instead. What a migration makes itself it may treat as it likes.
 */
final class MigrationRules {
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern BODY = Pattern.compile("(\\$\\w*\\$).*?\\1", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CONTRACT = Pattern.compile("(?im)^-- contract: \\S.{10,}$");
    private static final Pattern MADE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+)");
    private static final String TABLE = "(?:IF EXISTS )?(?:ONLY )?(\\w+)";

    private static final List<Rule> RULES = List.of(
            rule("DROP TABLE " + TABLE, true, "the version before still uses it: contract one version later"),
            rule(
                    "ALTER TABLE " + TABLE + " .*\\bDROP (?:COLUMN )?(?!CONSTRAINT|DEFAULT|NOT NULL)\\w+",
                    true,
                    "the version before still names the column: contract one version later"),
            rule(
                    "ALTER (?:TABLE|INDEX|SEQUENCE) " + TABLE + " .*\\bRENAME\\b",
                    false,
                    "the version before knows the old name: add the new one beside it"),
            rule(
                    "ALTER TABLE " + TABLE + " .*\\bALTER (?:COLUMN )?\\w+ (?:SET DATA )?TYPE\\b",
                    false,
                    "it rewrites the table under a lock: add a column beside it"),
            rule(
                    "ALTER TABLE " + TABLE + " .*\\bALTER (?:COLUMN )?\\w+ SET NOT NULL",
                    false,
                    "it reads the table under a lock: CHECK (c IS NOT NULL) NOT VALID, then VALIDATE"),
            rule(
                    "ALTER TABLE " + TABLE + " .*\\bADD (?:COLUMN )?(?!CONSTRAINT|CHECK|FOREIGN|UNIQUE|PRIMARY)"
                            + "(?=[^,]*\\bNOT NULL\\b)(?![^,]*\\b(?:DEFAULT|GENERATED)\\b)\\w+",
                    false,
                    "the version before inserts without it: give it a DEFAULT"),
            rule(
                    "ALTER TABLE " + TABLE
                            + " .*\\bADD (?:CONSTRAINT \\w+ )?(?:CHECK|FOREIGN KEY)\\b(?!.*\\bNOT VALID\\b)",
                    false,
                    "it reads the table under a lock: NOT VALID, then VALIDATE in a migration of its own"),
            rule(
                    "ALTER TABLE " + TABLE
                            + " .*\\bADD (?:CONSTRAINT \\w+ )?(?:UNIQUE|PRIMARY KEY)\\b(?!.*\\bUSING INDEX\\b)",
                    false,
                    "it builds the index under a lock: build it CONCURRENTLY, then USING INDEX"),
            rule(
                    "ALTER TABLE " + TABLE
                            + " .*\\bADD [^,]*\\b(?:REFERENCES|UNIQUE)\\b(?!.*\\b(?:NOT VALID|USING INDEX)\\b)",
                    false,
                    "a column's own constraint is checked under a lock: add it NOT VALID beside the column"),
            rule(
                    "CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)(?:IF NOT EXISTS )?\\w+ ON " + TABLE,
                    false,
                    "it stops all writes while it is built: CREATE INDEX CONCURRENTLY, in a migration of its own"),
            rule("(?:TRUNCATE|LOCK)(?: TABLE)? " + TABLE, false, "it stops everybody"),
            rule("(?:VACUUM FULL|CLUSTER) ?" + TABLE, false, "it stops everybody"),
            rule(
                    "UPDATE " + TABLE + " ",
                    false,
                    "rows that bids need are locked to the end: backfill in batches, by a WorkerTask"),
            rule(
                    "DELETE FROM " + TABLE,
                    false,
                    "rows that bids need are locked to the end: remove in batches, by a WorkerTask"));

    private final String name;
    private final String text;
    private final boolean isOutsideOfATransaction;

    /** @param conf the text of the file beside it, name and {@code .conf}; empty without one */
    MigrationRules(String name, String text, String conf) {
        this.name = name;
        this.text = text;
        this.isOutsideOfATransaction = conf.lines().anyMatch("executeInTransaction=false"::equals);
    }

    private record Rule(Pattern pattern, boolean mayContract, String reason) {}

    private static Rule rule(String pattern, boolean mayContract, String reason) {
        return new Rule(Pattern.compile("^" + pattern, Pattern.CASE_INSENSITIVE), mayContract, reason);
    }

    /** What is wrong with it; empty when nothing is. */
    List<String> faults() {
        List<String> statements = statements();
        Set<String> own = new HashSet<>();
        List<String> faults = new ArrayList<>();
        boolean contracts = CONTRACT.matcher(text).find();
        for (String statement : statements) {
            Matcher made = MADE.matcher(statement);
            if (made.lookingAt()) {
                own.add(made.group(1).toLowerCase(Locale.ROOT));
            }
            for (Rule rule : RULES) {
                Matcher found = rule.pattern().matcher(statement);
                if (found.lookingAt()
                        && !own.contains(found.group(1).toLowerCase(Locale.ROOT))
                        && !(contracts && rule.mayContract())) {
                    faults.add(name + ": " + statement + " -- " + rule.reason());
                }
            }
        }
        if (statements.stream().anyMatch(statement -> statement.contains(" CONCURRENTLY "))
                != isOutsideOfATransaction) {
            faults.add(name + ": CONCURRENTLY stands in a migration of its own, with executeInTransaction=false in "
                    + name + ".conf, and nothing else does");
        }
        return faults;
    }

    private List<String> statements() {
        String bare = BODY.matcher(COMMENT.matcher(text).replaceAll(" ")).replaceAll(" ");
        return Arrays.stream(TEXT.matcher(bare).replaceAll("''").split(";"))
                .map(statement -> statement.replaceAll("\\s+", " ").strip())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
