package com.neighborbid.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Something that keeps a promise, taken out of a copy of the house: the harness must find that the promise is broken. A
 * mutation is a text of a source file put in place of another; the copy of the WAR gets what it compiles to.
 */
enum Mutation {
    /** The house as it is. */
    NONE("", "", "", Set.of(), Set.of()),
    /** A ref that was decided is decided again. */
    REPLAY(
            "src/main/resources/com/neighborbid/bidding/library/bid.lua",
            "if paddle and decision then",
            "if false then",
            Set.of("6", "7"),
            Set.of()),
    /** PostgreSQL takes what an older epoch decided. */
    FENCE(
            "src/main/java/com/neighborbid/bidding/AuctionRecord.java",
            "event.epoch() < epoch",
            "event.epoch() < 0",
            Set.of("7", "14"),
            Set.of()),
    /** A message that was received is received again. */
    INBOX("src/main/java/com/neighborbid/platform/Inbox.java", "== 1;", ">= 0;", Set.of("13"), Set.of()),
    /** Redis answers before it has synced. Numbers that it forgot are given again: sockets that knew them see others. */
    FSYNC("", "", "", Set.of("7"), Set.of("12"));

    private static final Path CLASSES = Path.of("WEB-INF", "classes");

    private final String file;
    private final String text;
    private final String mutated;
    private final Set<String> seenBy;
    private final Set<String> follows;

    Mutation(String file, String text, String mutated, Set<String> seenBy, Set<String> follows) {
        this.file = file;
        this.text = text;
        this.mutated = mutated;
        this.seenBy = seenBy;
        this.follows = follows;
    }

    /** @throws IllegalArgumentException when there is none of this name; the empty one is none */
    static Mutation named(String name) {
        return name.isBlank() ? NONE : valueOf(name.strip().toUpperCase(Locale.ROOT));
    }

    /** The faults of all mutations, one after the other, each with just the steps that its mutant has: the house survives them. */
    static Plan all(long seed) {
        return new Plan(
                seed,
                Stream.of(values())
                        .filter(mutation -> mutation != NONE)
                        .flatMap(mutation -> mutation.plan(seed).steps().stream())
                        .toList());
    }

    /** Its faults, in their order. */
    Plan plan(long seed) {
        return this == NONE ? Plan.of(seed, faults()) : Plan.inOrder(seed, faults());
    }

    /** Faults that the mutant does not survive, and the house does. */
    List<Fault> faults() {
        return switch (this) {
            case NONE -> Catalogue.all();
            case REPLAY -> {
                Fault silent = Catalogue.named("silent to the client: a live's links to redis");
                yield List.of(silent, silent, Catalogue.named("half open: the clients' link to nginx"));
            }
            case FENCE -> List.of(RedisFaults.failover(), MessageFaults.stale());
            case INBOX -> List.of(MessageFaults.doubled(), MessageFaults.doubled(), MessageFaults.doubled());
            case FSYNC -> List.of(RedisFaults.powerCutOfRooms());
        };
    }

    /**
     * Whether a run found what this takes out: one of the invariants by which it must be seen did not hold, and no other but
     * what follows from that.
     */
    boolean isSeenIn(Verdict verdict) {
        Set<String> others = new HashSet<>(verdict.broken());
        boolean seen = others.removeAll(seenBy);
        return seen && follows.containsAll(others);
    }

    /** The numbers of the invariants by which it must be seen. */
    Set<String> seenBy() {
        return seenBy;
    }

    String appendfsync() {
        return this == FSYNC ? "everysec" : "always";
    }

    /**
     * Where the mutant's build is.
     *
     * @param build the house's own
     * @param directory for the copy
     */
    Path build(Path build, Path directory) {
        if (file.isEmpty()) {
            return build;
        }
        try {
            Path copy = Files.createDirectories(directory.resolve("mutant")).toAbsolutePath();
            Files.createSymbolicLink(copy.resolve("payara"), build.resolve("payara"));
            Files.createSymbolicLink(copy.resolve("artemis-ra.rar"), build.resolve("artemis-ra.rar"));
            Path war = Files.copy(build.resolve("neighborbid.war"), copy.resolve("neighborbid.war"));
            Path made = Files.createDirectories(copy.resolve("made"));
            make(made);
            replace(war, made);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a file to be changed. */
    boolean changesAFile() {
        return !file.isEmpty();
    }

    /**
     * Writes what stands in the WAR in place of the original.
     *
     * @throws IllegalStateException when the original is no more what it was: then this must follow
     */
    void make(Path made) throws IOException {
        String original = Files.readString(Path.of(file));
        if (original.split(Pattern.quote(text), -1).length != 2) {
            throw new IllegalStateException(file + " does not have this once: " + text);
        }
        String source = original.replace(text, mutated);
        boolean java = file.endsWith(".java");
        Path inPackage = Path.of(java ? "src/main/java" : "src/main/resources").relativize(Path.of(file));
        Path written = (java ? made.resolveSibling("source") : made).resolve(inPackage);
        Files.createDirectories(written.getParent());
        Files.writeString(written, source, StandardCharsets.UTF_8);
        if (java
                && ToolProvider.getSystemJavaCompiler()
                                .run(
                                        null,
                                        null,
                                        null,
                                        "-nowarn",
                                        "-proc:none",
                                        "-parameters",
                                        "--release",
                                        "17",
                                        "-d",
                                        made.toString(),
                                        "-classpath",
                                        System.getProperty("java.class.path"),
                                        written.toString())
                        != 0) {
            throw new IllegalStateException("the mutant of " + file + " does not compile");
        }
    }

    private static void replace(Path war, Path made) throws IOException {
        try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of());
                Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path entry =
                        archive.getPath(CLASSES.resolve(made.relativize(file)).toString());
                if (!Files.exists(entry)) {
                    throw new IllegalStateException("nothing in the WAR is replaced by " + entry);
                }
                Files.copy(file, entry, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
