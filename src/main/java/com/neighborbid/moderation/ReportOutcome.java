package com.neighborbid.moderation;

/** What the house did about a reported thing. */
public enum ReportOutcome {
    /** Nothing was wrong with it. */
    DISMISSED,
    /** The auction was withdrawn. */
    WITHDRAWN,
    /** The line was taken out of the room. */
    REMOVED,
    /** Whoever did it was shut out. */
    BANNED
}
