package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildLogTest {
    @TempDir
    private Path directory;

    @Test
    void keepsTheLastLinesAndAFileOfBoundedSize() throws IOException {
        ChildLog log = new ChildLog(directory.resolve("payara.log"), 100);

        log.copy(lines("first ".repeat(20), "second", "third"));

        assertEquals(List.of("second", "third"), log.last(2, line -> true));
        assertEquals("second\nthird\n", Files.readString(directory.resolve("payara.log")));
        assertTrue(Files.readString(directory.resolve("payara.log.1")).startsWith("first "));
    }

    @Test
    void tellsWhyAWarDoesNotDeploy() {
        ChildLog log = new ChildLog(directory.resolve("payara.log"), 10_000);
        DeploymentLog deployment = new DeploymentLog(log);

        log.copy(lines("... SEVERE  [javax.enterprise.system.core] Exception while loading the app"));
        assertFalse(deployment.failed(), "its cause is still to come");
        log.copy(lines(
                "java.lang.RuntimeException: EJB Container initialization error",
                "\tat com.example.Deployer.load(Deployer.java:17)",
                "Caused by: java.lang.IllegalStateException: NB_FEE_BPS is \"much\"",
                "... SEVERE  [javax.enterprise.system.core] Exception while loading the app : EJB Container error"));

        assertTrue(deployment.failed());
        assertTrue(deployment.cause().contains("NB_FEE_BPS is \"much\""), deployment.cause());
        assertFalse(deployment.cause().contains("Deployer.java"), deployment.cause());
    }

    @Test
    void aWarThatIsNotAmongTheDeployedFailed() {
        ChildLog log = new ChildLog(directory.resolve("payara.log"), 10_000);

        log.copy(lines("artemis-ra was successfully deployed in 3,539 milliseconds."));
        assertFalse(new DeploymentLog(log).failed());
        log.copy(lines("Payara Micro 6.2025.10 (build 42) ready in 12,083 (ms)"));

        assertTrue(new DeploymentLog(log).failed());
    }

    @Test
    void stackTracesDoNotHideADeployment() {
        ChildLog log = new ChildLog(directory.resolve("payara.log"), 10_000_000);

        log.copy(lines("neighborbid was successfully deployed in 97,592 milliseconds."));
        log.copy(lines("\tat com.example.Task.turn(Task.java:17)\n".repeat(5_000)));
        log.copy(lines("Payara Micro 6.2025.10 (build 42) ready in 148,300 (ms)"));

        assertFalse(new DeploymentLog(log).failed());
    }

    private static InputStream lines(String... lines) {
        return new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
