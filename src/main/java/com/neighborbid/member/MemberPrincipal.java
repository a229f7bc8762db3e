package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import java.security.Principal;
import java.util.Set;

/**
 * The caller, known by a session: the user principal of HTTP calls and of WebSockets.
 *
 * @param sessionId ended by logging out, which closes the session's sockets
 * @param roles {@code member}, and {@code admin} for those
 */
public record MemberPrincipal(long id, long sessionId, String displayName, Set<String> roles) implements Principal {
    /** The member's public id. */
    @Override
    public String getName() {
        return Ids.text(id);
    }
}
