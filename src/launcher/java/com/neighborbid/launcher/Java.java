package com.neighborbid.launcher;

import java.nio.file.Path;

/** The Java that runs this process, for its children. */
final class Java {
    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
