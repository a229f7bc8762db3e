package com.neighborbid.member;

import com.neighborbid.platform.ClientAddress;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** A member's password, replaced by another. Whoever knows the old one is out: every other session ends. */
@Path("members/me/password")
@RequestScoped
@RolesAllowed({"member", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PasswordProof proof;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Passwords passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private NewPasswords newPasswords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ClientAddress clientAddress;

    /** Takes {password}, the one until now, and {newPassword}. */
    @PUT
    public CompletionStage<Response> replace(Input input, @Context HttpServletRequest request) {
        String password = input.secret("password");
        String fresh = input.secret("newPassword");
        MemberPrincipal member = caller.principal();
        Member known = members.find(member.id()).orElseThrow(() -> RejectedException.notFound("member"));
        PasswordRules.check(input, "newPassword", fresh, new EmailAddress(known.email()));
        input.check();
        return proof.check(member.id(), password, clientAddress.of(request))
                .thenCompose(shown -> passwords.hash(fresh))
                .thenApply(hash -> {
                    newPasswords.change(member.id(), member.sessionId(), hash).forEach(sessions::announceEnd);
                    return Response.noContent().build();
                });
    }
}
