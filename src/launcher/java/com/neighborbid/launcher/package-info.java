/**
 * Runs the whole house on one machine: the engines (PostgreSQL, Redis, an Artemis broker) and Payara Micro with the
 * WAR, each a process of its own. {@link com.neighborbid.launcher.Launcher} is the command, {@link
 * com.neighborbid.launcher.House} what tests start.
 *
 * <p>It is not in the WAR and imports nothing of it; the two meet in environment variables and system properties.
 *
 * <p>Always: one launcher a data directory; a child has a pid file from the moment it runs; a password is never on a
 * command line or in a log; nothing but the launcher's own end leaves a child behind, and the next start ends that.
 */
@NullMarked
package com.neighborbid.launcher;

import org.jspecify.annotations.NullMarked;
