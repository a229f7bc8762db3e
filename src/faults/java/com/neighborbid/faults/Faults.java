package com.neighborbid.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * The fault harness by hand ({@code ./mvnw -Pfaults}): round after round of all faults, in an order that the seed gives,
 * until the time is up, or until a mutation was seen. Ends with 1 when something did not hold; with a mutation, just what it
 * takes out must not, and it ends with 2 otherwise. Its report is
 * {@code target/faults/report.md}.
 */
public final class Faults {
    private static final Path REPORT = Path.of("target", "faults", "report.md");
    private static final int FAULTS_A_ROUND = 12;

    private Faults() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options = Options.ofProperties();
        Consumer<String> say = text -> System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
        say.accept("seed " + options.seed() + ", mutation " + options.mutation() + ", faults until "
                + options.most().toMinutes() + " minutes are over");
        // Whoever misspelt a fault is told before the house is built.
        options.plan(options.seed());
        Verdict verdict = new Verdict();
        Patience patience = options.mutation() == Mutation.NONE ? Patience.BY_HAND : Patience.WITH_A_MUTANT;
        try (Estate estate = open("by-hand", options.mutation())) {
            long latest = System.nanoTime() + options.most().toNanos();
            long seed = options.seed();
            do {
                for (Plan part : options.plan(seed++).parts(FAULTS_A_ROUND)) {
                    if (verdict.isEmpty() || System.nanoTime() - latest < 0) {
                        verdict.add(new Round(estate, part, patience, say).run());
                    }
                }
            } while (System.nanoTime() - latest < 0
                    && (options.mutation() == Mutation.NONE
                            || verdict.violations().isEmpty()));
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, verdict.toString());
        say.accept("\n" + verdict);
        System.exit(end(options.mutation(), verdict, say));
    }

    /** 0 when all held, 1 when something did not; 2 when a mutation was not seen, or not only by what it breaks. */
    private static int end(Mutation mutation, Verdict verdict, Consumer<String> say) {
        if (mutation == Mutation.NONE) {
            return verdict.violations().isEmpty() ? 0 : 1;
        }
        boolean seen = mutation.isSeenIn(verdict);
        say.accept("%s must be seen by %s and was seen by %s: %s"
                .formatted(mutation, mutation.seenBy(), verdict.broken(), seen ? "caught" : "NOT CAUGHT"));
        return seen ? 1 : 2;
    }

    /** Whether this machine has what it takes: an nginx, and a compiler for what is preloaded into processes. */
    public static boolean arePossible() {
        return Nginx.isThere() && Shim.isPossible();
    }

    /**
     * Breaks a small house as the build does, in an order that the seed gives.
     *
     * @return what must hold and did not; empty when all held
     */
    public static List<String> ofTheBuild(long seed, Consumer<String> say) throws SQLException {
        Path directory = directory("build");
        try (Estate estate = Estate.small(directory, Path.of("target").toAbsolutePath())) {
            Verdict verdict = new Round(estate, Catalogue.ofTheBuild(seed), Patience.IN_THE_BUILD, say).run();
            say.accept("\n" + verdict);
            return verdict.violations();
        }
    }

    private static Estate open(String name, Mutation mutation) {
        Path directory = directory(name);
        Path build = mutation.build(Path.of("target").toAbsolutePath(), directory);
        return Estate.open(directory, build, mutation.appendfsync());
    }

    private static Path directory(String name) {
        return Path.of("target", "faults", name + "-" + System.currentTimeMillis())
                .toAbsolutePath();
    }
}
