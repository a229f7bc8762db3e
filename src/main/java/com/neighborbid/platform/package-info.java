/**
 * What every component stands on: ids, money, time, refusals and problems, settings, Redis and JMS access, the outbox
 * and the inbox, and idempotent calls.
 *
 * <p>Neighbours: none; it is the first in the import order. Invariants: a message leaves only with the transaction that
 * wrote it; an effect of a message happens once; the clock is read here and nowhere else.
 */
@NullMarked
package com.neighborbid.platform;

import org.jspecify.annotations.NullMarked;
