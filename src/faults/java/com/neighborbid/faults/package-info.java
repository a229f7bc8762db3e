/**
 * The fault harness: the whole house as real processes with a proxy on every link, a workload whose every call is kept with
 * what was answered, faults by a plan that a seed reproduces, and the checks of what must always hold.
 *
 * <p>Neighbours: the launcher starts engines and instances, the contract's client ({@link com.neighborbid.load}) is the
 * workload's. Nothing here is in the WAR, and nothing in the WAR knows of it. Invariants: a call that was not answered is
 * unknown, neither done nor undone; every wait is bounded; whatever is started here ends with the run.
 */
@NullMarked
package com.neighborbid.faults;

import org.jspecify.annotations.NullMarked;
