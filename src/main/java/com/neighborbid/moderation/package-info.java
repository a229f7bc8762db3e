/**
 * What members say in rooms, what they report to the house, and what it decides.
 *
 * <p>Neighbours: live says a line first and hands it here to be kept; operations shows the reports to admins and does
 * what they decide by the commands of bidding, live and member; notification tells the reporters, by the outbox.
 * Invariants: a member reports a thing once; a thing has one open case, whoever reports it; a case is decided once; a
 * line that was removed or is too old is in no history, and one with an open case is not forgotten before its time.
 */
@NullMarked
package com.neighborbid.moderation;

import org.jspecify.annotations.NullMarked;
