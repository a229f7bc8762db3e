package com.neighborbid.moderation;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a member reports to the house. */
@Path("reports")
@RequestScoped
@RolesAllowed({"member", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_ID = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Reports reports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ReportRate rate;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    /** A report that was taken. */
    public record Taken(String id) {}

    /**
     * Reports an auction, a line of chat or a member. Takes {kind: auction, chat or member, id, reason}; for a member
     * {auction}, too: where it was met.
     */
    @POST
    public Response report(Input input) {
        ReportKind kind = input.choice("kind", ReportKind.class);
        String thing = input.text("id", 1, LONGEST_ID);
        String auction = kind == ReportKind.MEMBER ? input.text("auction", 1, LONGEST_ID) : thing;
        String reason = input.text("reason", 1, LONGEST_REASON);
        input.check();
        rate.check(caller.id());
        Reported about = reports.find(kind, id(thing), id(auction));
        long id = reports.report(caller.id(), about, reason);
        return Response.status(Response.Status.CREATED)
                .entity(new Taken(Ids.text(id)))
                .build();
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("thing"));
    }
}
