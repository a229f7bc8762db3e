package com.neighborbid.operations;

import com.neighborbid.platform.DeadLetter;
import com.neighborbid.platform.DeadLetters;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that failed for good: what they were, and what becomes of them. */
@Path("admin/letters")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminLetterResource {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private DeadLetters letters;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminActs acts;

    /**
     * @param queue where it failed
     * @param sentAt milliseconds since the epoch
     */
    public record LetterView(String letterId, String queue, String body, long sentAt) {}

    /** The oldest, of those whose queue or body has {@code q} in it; no further page, for the list is worked off. */
    @GET
    public Page<LetterView> list(
            @QueryParam("q") @DefaultValue("") String text, @QueryParam("limit") @Nullable String limit) {
        List<LetterView> found = letters.list(Page.limit(limit)).stream()
                .filter(letter -> letter.queue().contains(text) || letter.body().contains(text))
                .map(AdminLetterResource::view)
                .toList();
        return new Page<>(found, null);
    }

    /** Sends it to its queue again. */
    @POST
    @Path("{letter}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public AdminActs.Done replay(@PathParam("letter") String letter, Input input) {
        return acts.act("REPLAY", letter, input, reason -> found(letters.replay(letter)));
    }

    /** Throws it away. */
    @POST
    @Path("{letter}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public AdminActs.Done discard(@PathParam("letter") String letter, Input input) {
        return acts.act("DISCARD", letter, input, reason -> found(letters.discard(letter)));
    }

    private static LetterView view(DeadLetter letter) {
        return new LetterView(letter.id(), letter.queue(), letter.body(), letter.sentAt());
    }

    private static void found(boolean done) {
        if (!done) {
            throw RejectedException.notFound("dead letter");
        }
    }
}
