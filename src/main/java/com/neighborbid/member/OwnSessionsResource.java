package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Where a member is logged in, and the way out of there from here. */
@Path("sessions/mine")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"member", "admin"})
public class OwnSessionsResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    /**
     * One login.
     *
     * @param openedAt milliseconds since the epoch
     * @param expiresAt milliseconds since the epoch
     * @param current whether it is the caller's own
     */
    public record View(String id, long openedAt, long expiresAt, boolean current) {}

    /** All of them. */
    public record Views(List<View> items) {}

    @GET
    public Views list() {
        long current = caller.principal().sessionId();
        return new Views(sessions.openOf(caller.id()).stream()
                .map(session -> new View(
                        Ids.text(session.id()), session.openedAt(), session.expiresAt(), session.id() == current))
                .toList());
    }

    /** Ends one. */
    @DELETE
    @Path("{session}")
    public void end(@PathParam("session") String id) {
        long session = Ids.parse(id).orElseThrow(() -> RejectedException.notFound("session"));
        if (!sessions.endOwn(session, caller.id())) {
            throw RejectedException.notFound("session");
        }
        sessions.announceEnd(session);
    }

    /** Ends all but the caller's own. */
    @DELETE
    public void endOthers() {
        sessions.endOthers(caller.id(), caller.principal().sessionId()).forEach(sessions::announceEnd);
    }
}
