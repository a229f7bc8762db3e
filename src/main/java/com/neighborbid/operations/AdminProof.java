package com.neighborbid.operations;

import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.member.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How long an admin's session may use the console: for a while after it showed the password, at the login or since. */
@ApplicationScoped
class AdminProof {
    private static final String ADMIN = "admin";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OperationsConfig config;

    /** Until when, in milliseconds since the epoch; 0 for whoever is no admin. */
    long until(MemberPrincipal member) {
        return member.roles().contains(ADMIN) ? sessions.confirmedAt(member.sessionId()) + config.confirmMs() : 0;
    }
}
