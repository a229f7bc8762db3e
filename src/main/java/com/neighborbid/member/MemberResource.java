package com.neighborbid.member;

import com.neighborbid.platform.ClientAddress;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Registration, and what members see and change of themselves. */
@Path("members")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_EMAIL = 1000;
    private static final int LONGEST_PLACE = 100;
    /** Control characters, and those that turn the direction of the text around a name. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]");

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Passwords passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PrivacyConfig privacy;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Erasures erasures;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LoginGuard guard;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentMember caller;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ClientAddress clientAddress;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /** A member just registered. */
    public record Registered(String id, String email, String displayName, String locale) {}

    /** A member as it sees itself. */
    @JsonbNillable
    public record Me(
            String id,
            String email,
            String displayName,
            String locale,
            List<String> roles,
            @Nullable Double rating,
            @Nullable Neighbourhood neighbourhood) {}

    @POST
    public CompletionStage<Response> register(Input input, @Context HttpServletRequest request) {
        guard.checkRegistration(clientAddress.of(request));
        Registration registration = registration(input);
        if (members.find(registration.email().key()).isPresent()) {
            throw new RejectedException(MemberRejection.EMAIL_TAKEN);
        }
        return passwords.hash(registration.password()).thenApply(hash -> add(registration, hash));
    }

    private Response add(Registration registration, String hash) {
        Member member = new Member(
                Ids.next(time),
                registration.email(),
                hash,
                registration.displayName(),
                registration.language(),
                time.now());
        members.add(member);
        return Response.status(Response.Status.CREATED)
                .entity(new Registered(
                        Ids.text(member.id()),
                        member.email(),
                        member.displayName(),
                        member.language().code()))
                .build();
    }

    @GET
    @Path("me")
    @RolesAllowed({"member", "admin"})
    public Me me() {
        return view(members.look(caller.id()).orElseThrow(() -> RejectedException.notFound("member")));
    }

    @PATCH
    @Path("me")
    @RolesAllowed({"member", "admin"})
    public Me change(Input input) {
        Optional<String> name = displayName(input);
        Optional<Language> language = language(input);
        input.check();
        return view(members.change(caller.id(), member -> {
            name.ifPresent(member::rename);
            language.ifPresent(member::speak);
        }));
    }

    /**
     * Leaves for good, when the session has shown the password just now. It takes no body, for servers refuse one here;
     * the session ends with it.
     */
    @DELETE
    @Path("me")
    @RolesAllowed({"member", "admin"})
    public Response leave(@Context HttpServletRequest request) {
        MemberPrincipal member = caller.principal();
        if (sessions.confirmedAt(member.sessionId()) + privacy.proofMs() <= time.now()) {
            throw new RejectedException(MemberRejection.CONFIRM_PASSWORD);
        }
        erasures.erase(member.id());
        return Response.noContent()
                .cookie(SessionResource.cookie("", Duration.ZERO, clientAddress.isSecure(request)))
                .build();
    }

    @PUT
    @Path("me/neighbourhood")
    @RolesAllowed({"member", "admin"})
    public Neighbourhood prove(Input input) {
        Neighbourhood where = Neighbourhood.provenAt(
                time.now(),
                input.decimal("lat", -90, 90),
                input.decimal("lng", -180, 180),
                input.text("name", 1, LONGEST_PLACE));
        input.check();
        members.change(caller.id(), member -> member.prove(where));
        return where;
    }

    private static Registration registration(Input input) {
        String typed = input.text("email", 1, LONGEST_EMAIL);
        Optional<EmailAddress> email = EmailAddress.parse(typed);
        String password = input.secret("password");
        Optional<String> name = displayName(input);
        Optional<Language> language = language(input);
        if (name.isEmpty()) {
            input.fault("displayName", "is required");
        }
        if (email.isEmpty() && !typed.isEmpty()) {
            input.fault("email", "must be an address like name@example.com");
        }
        email.ifPresent(known -> PasswordRules.check(input, "password", password, known));
        input.check();
        return new Registration(email.orElseThrow(), password, name.orElseThrow(), language.orElse(Language.KO));
    }

    private static Optional<String> displayName(Input input) {
        Optional<String> name = input.optionalText("displayName", 1, LONGEST_NAME);
        if (name.isPresent() && UNFIT.matcher(name.get()).find()) {
            input.fault("displayName", "must not contain control characters");
        }
        return name;
    }

    private static Optional<Language> language(Input input) {
        return input.has("locale") ? Optional.of(input.choice("locale", Language.class)) : Optional.empty();
    }

    private Me view(Member member) {
        Profile profile = member.profile(time.now());
        return new Me(
                Ids.text(member.id()),
                member.email(),
                member.displayName(),
                member.language().code(),
                member.roles(),
                profile.rating(),
                profile.neighbourhood());
    }
}
