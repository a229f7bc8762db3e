/**
 * What operators see and do: whether the engines answer and the books balance, the live figures, the admin console and
 * its audit.
 *
 * <p>Neighbours: it watches every component and none knows it; its lists read their tables. Invariants: it changes nothing
 * by itself, what an admin does is a command of the component that it changes; no act without an audit entry before it,
 * and the audit is only added to.
 */
@NullMarked
package com.neighborbid.operations;

import org.jspecify.annotations.NullMarked;
