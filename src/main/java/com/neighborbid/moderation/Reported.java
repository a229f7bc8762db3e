package com.neighborbid.moderation;

/**
 * A thing that is reported.
 *
 * @param auction where it was met
 * @param member whose doing it is
 */
record Reported(ReportKind kind, long thing, long auction, long member) {}
