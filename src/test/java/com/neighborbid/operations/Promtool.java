package com.neighborbid.operations;

import com.neighborbid.Prerequisite;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Prometheus's own judge of figures and rules, of Debian's package {@code prometheus}. */
public final class Promtool {
    private static final String PROGRAM = "promtool";

    private Promtool() {}

    /** @param code how it ended, @param lines what it said */
    public record Verdict(int code, List<String> lines) {}

    /** Skips the test where there is none, or fails it, as {@link Prerequisite} has it. */
    public static void require() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, PROGRAM).canExecute());
        Prerequisite.require(there, "no promtool on the PATH: install Debian's package prometheus");
    }

    /** Runs it on an input, from the project's directory. */
    public static Verdict run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(PROGRAM), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), said.lines().toList());
    }
}
