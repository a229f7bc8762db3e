package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a member takes along: a file with all that the house knows of it. */
@Path("members/me/export")
@RequestScoped
@RolesAllowed({"member", "admin"})
public class ExportResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private OwnExport export;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ExportRate rate;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response export() {
        long member = caller.id();
        rate.check(member);
        return Response.ok(export.of(member))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"neighborbid-" + Ids.text(member) + ".json\"")
                .build();
    }
}
