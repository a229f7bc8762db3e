/**
 * Members, their sessions and their neighbourhood; and who is calling: a session's token, in a cookie or as Bearer, is
 * made the caller of HTTP calls and WebSockets alike.
 *
 * <p>Neighbours: stands on {@code platform}; everything with a member in it uses {@code CurrentMember} and {@code
 * Members}. Invariants: one member for an e-mail address, in whatever case; passwords and tokens are never kept, only
 * their hashes; a session that was ended is good for nothing from then on; a cookie changes nothing unless the call came
 * from an allowed Origin.
 */
@NullMarked
package com.neighborbid.member;

import org.jspecify.annotations.NullMarked;
