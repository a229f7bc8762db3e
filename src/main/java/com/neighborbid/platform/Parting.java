package com.neighborbid.platform;

/** A component that holds something open for others, and lets go of it before this instance ends. */
public interface Parting {
    /**
     * Lets go of what can be let go of now. Called again and again until nothing is held or time is up.
     *
     * @param most how much to let go of at once, so that not all come to another instance in one moment
     * @return how much is still held
     */
    int part(int most);
}
