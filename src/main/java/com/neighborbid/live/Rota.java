package com.neighborbid.live;

/**
 * Whose turn it is, where each of many is to have one every few turns: spread evenly over them, each at its own place by its
 * id. Turns that were left out are made up for.
 */
final class Rota {
    private final int turns;
    private long done;

    /** @param turns within which each has one, from 1 */
    Rota(int turns) {
        this.turns = turns;
    }

    /** Whether it has its turn now or had it since the last that is done. */
    boolean isDue(long id, long turn) {
        return Math.floorMod(turn - id, (long) turns) < turn - done;
    }

    /** Those up to this turn have had theirs. */
    void done(long turn) {
        done = turn;
    }
}
