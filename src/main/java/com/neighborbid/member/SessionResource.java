package com.neighborbid.member;

import com.neighborbid.platform.ClientAddress;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Logging in and out. */
@Path("sessions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    private static final int LONGEST_EMAIL = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PasswordProof proof;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Passwords passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LoginGuard guard;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private MemberConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ClientAddress clientAddress;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    /** A session just opened. */
    public record Login(String token, long expiresAt, Who member) {}

    /** Whose it is. */
    public record Who(String id, String displayName, List<String> roles) {}

    @POST
    public CompletionStage<Response> open(Input input) {
        String email = EmailAddress.keyOf(input.text("email", 1, LONGEST_EMAIL));
        String password = input.secret("password");
        input.check();
        String address = clientAddress.of(request);
        boolean secure = clientAddress.isSecure(request);
        guard.checkLogin(email, address);
        return passwords
                .whose(password, () -> find(email, address), Member::passwordHash)
                .thenApply(proven -> {
                    Member member = proven.orElseThrow(() -> {
                        guard.failed(email, address);
                        return new RejectedException(MemberRejection.BAD_CREDENTIALS);
                    });
                    guard.succeeded(email, address);
                    if (member.isBanned()) {
                        throw new RejectedException(MemberRejection.BANNED);
                    }
                    return open(member, secure);
                });
    }

    private Optional<Member> find(String email, String address) {
        guard.checkLogin(email, address);
        return members.find(email);
    }

    /** Shows the password again, for what asks for more than an open session; takes {password}. */
    @POST
    @Path("current/confirmation")
    @RolesAllowed({"member", "admin"})
    public CompletionStage<Response> confirm(Input input) {
        String password = input.secret("password");
        input.check();
        long session = caller.principal().sessionId();
        return proof.check(caller.id(), password, clientAddress.of(request)).thenApply(shown -> {
            sessions.confirm(session);
            return Response.noContent().build();
        });
    }

    private Response open(Member member, boolean secure) {
        Sessions.Opened session = sessions.open(member);
        Who who = new Who(Ids.text(member.id()), member.displayName(), member.roles());
        return Response.status(Response.Status.CREATED)
                .cookie(cookie(session.token(), Duration.ofDays(config.sessionDays()), secure))
                .entity(new Login(session.token(), session.expiresAt(), who))
                .build();
    }

    @DELETE
    @Path("current")
    @RolesAllowed({"member", "admin"})
    public Response end() {
        long session = caller.principal().sessionId();
        sessions.end(session);
        sessions.announceEnd(session);
        return Response.noContent()
                .cookie(cookie("", Duration.ZERO, clientAddress.isSecure(request)))
                .build();
    }

    static NewCookie cookie(String token, Duration life, boolean secure) {
        return new NewCookie.Builder(Credentials.COOKIE)
                .value(token)
                .path("/")
                .maxAge(Math.toIntExact(life.toSeconds()))
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
