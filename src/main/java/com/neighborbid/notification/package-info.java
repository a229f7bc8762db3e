/**
 * What members are told: in the house, and by mail in their language.
 *
 * <p>Neighbours: bidding and settlement write a {@link com.neighborbid.platform.MemberNotice} with what it tells of;
 * auction gives the title, member the address. Invariants: a notice is taken once; a mail leaves while no transaction is
 * held, and is the same at every attempt, its Message-ID included; nothing that a member wrote reaches a header unbent.
 */
@NullMarked
package com.neighborbid.notification;

import org.jspecify.annotations.NullMarked;
