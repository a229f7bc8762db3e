package com.neighborbid.member;

import com.neighborbid.platform.ClientAddress;
import com.neighborbid.platform.Input;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A forgotten password: a link by mail, and a new password by the link's token. */
@Path("password-resets")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetResource {
    private static final int LONGEST_EMAIL = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private NewPasswords newPasswords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Passwords passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ResetGuard guard;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ClientAddress clientAddress;

    /** Orders the mail; takes {email}. Answers the same whether there is such a member or not. */
    @POST
    public Response ask(Input input, @Context HttpServletRequest request) {
        Optional<EmailAddress> email = EmailAddress.parse(input.text("email", 1, LONGEST_EMAIL));
        if (email.isEmpty()) {
            input.fault("email", "must be an address like name@example.com");
        }
        input.check();
        guard.check(email.orElseThrow(), clientAddress.of(request));
        newPasswords.ask(email.orElseThrow());
        return Response.accepted().build();
    }

    /** Sets the new password; takes {token, newPassword}. Every session of the member ends. */
    @POST
    @Path("redemption")
    public CompletionStage<Response> redeem(Input input) {
        String token = input.text("token", Tokens.LENGTH, Tokens.LENGTH);
        String fresh = input.secret("newPassword");
        input.check();
        EmailAddress owner = new EmailAddress(newPasswords.ownerOf(token).email());
        PasswordRules.check(input, "newPassword", fresh, owner);
        input.check();
        return passwords.hash(fresh).thenApply(hash -> {
            newPasswords.redeem(token, hash).forEach(sessions::announceEnd);
            return Response.noContent().build();
        });
    }
}
