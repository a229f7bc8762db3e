package com.neighborbid.operations;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.member.Erasures;
import com.neighborbid.member.Memberships;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an admin decides about a member; never about itself. */
@Path("admin/members/{member}")
@RequestScoped
@RolesAllowed("admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AdminMemberResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Memberships memberships;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Erasures erasures;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    /** The roles that a call may give. */
    enum RoleGiven {
        MEMBER,
        ADMIN
    }

    @POST
    @Path("ban")
    public AdminActs.Done ban(@PathParam("member") String member, Input input) {
        long id = id(member);
        return acts.act("BAN", member, input, reason -> memberships.ban(id, caller.id(), reason));
    }

    @POST
    @Path("pardon")
    public AdminActs.Done pardon(@PathParam("member") String member, Input input) {
        long id = id(member);
        return acts.act("PARDON", member, input, reason -> memberships.pardon(id, caller.id()));
    }

    /** Takes {role}, too: member or admin. */
    @POST
    @Path("role")
    public AdminActs.Done changeRole(@PathParam("member") String member, Input input) {
        long id = id(member);
        boolean toAdmin = input.choice("role", RoleGiven.class) == RoleGiven.ADMIN;
        return acts.act("ROLE", member, input, reason -> memberships.changeRole(id, caller.id(), toAdmin));
    }

    /** Erases a member for good, as it could itself. */
    @POST
    @Path("erase")
    public AdminActs.Done erase(@PathParam("member") String member, Input input) {
        long id = id(member);
        return acts.act("ERASE", member, input, reason -> erasures.erase(id));
    }

    private static long id(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.notFound("member"));
    }
}
