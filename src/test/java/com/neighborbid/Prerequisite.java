package com.neighborbid;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a test needs and a machine may lack. By hand the test is skipped; with {@code CI=true} it fails. */
public final class Prerequisite {
    private Prerequisite() {}

    /** @param otherwise what is missing, and how to give it */
    public static void require(boolean isThere, String otherwise) {
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(isThere, otherwise);
        } else {
            assumeTrue(isThere, otherwise);
        }
    }
}
