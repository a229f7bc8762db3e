package com.neighborbid.faults;

/** Sees what one connection of a link carries to the client, before the client does; links' thread only. */
interface Tap {
    /** What is done with what has come. */
    enum Verdict {
        PASS,
        /** The connection breaks here; none of these bytes arrive. */
        BREAK
    }

    /**
     * Looks at bytes, and may change them in their places.
     *
     * @param length how many, from the array's beginning
     */
    Verdict look(byte[] bytes, int length);
}
