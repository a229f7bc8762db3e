package com.neighborbid.launcher;

import org.jspecify.annotations.Nullable;

/** The house cannot be started or kept up. The message is for the person at the terminal and says what to do. */
public final class LaunchFailure extends RuntimeException {
    LaunchFailure(String message) {
        super(message);
    }

    LaunchFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
