package com.neighborbid.moderation;

/** What members can report. */
public enum ReportKind {
    AUCTION,
    /** A line of a room's chat. */
    CHAT,
    MEMBER
}
