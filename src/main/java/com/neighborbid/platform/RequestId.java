package com.neighborbid.platform;

import org.jspecify.annotations.Nullable;

/**
 * The name under which a piece of work is found again in every log line, problem and audit entry: a request's {@code
 * X-Request-Id}, a frame's number on its socket, a message's id, or else the thread's name.
 */
public final class RequestId {
    /** The header, in and out. */
    public static final String HEADER = "X-Request-Id";

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** The name of what this thread does now. */
    public static String current() {
        String id = CURRENT.get();
        return id == null ? Thread.currentThread().getName() : id;
    }

    /** Names what this thread does until the answer is closed. */
    public static Scope enter(String id) {
        String before = CURRENT.get();
        CURRENT.set(id);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** The time of a name. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
