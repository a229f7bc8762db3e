package com.neighborbid.platform;

/** What must have come true once before a node says that it is ready. {@link Opening} asks every bean of this type. */
public interface Precondition {
    /** A name for logs. */
    String name();

    /** Makes it true, or throws: it is then tried again. */
    void meet();
}
