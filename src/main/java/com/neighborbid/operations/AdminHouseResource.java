package com.neighborbid.operations;

import com.neighborbid.bidding.Pauses;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Settings;
import com.neighborbid.platform.Time;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The house as a whole: its figures, its settings, and a pause of every auction. */
@Path("admin")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminHouseResource {
    private static final Duration LONGEST_OUTAGE = Duration.ofDays(1);

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Figures figures;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Pauses pauses;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Settings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /** Whether all auctions are paused; times in milliseconds since the epoch, absent when they are not. */
    public record HouseView(
            boolean paused,
            @Nullable Long at,
            @Nullable Long since,
            @Nullable String reason) {}

    /** This node's settings as they are in force, secrets masked. */
    public record SettingsView(List<Settings.InForce> items) {}

    /** The live figures, with the points of the charts before them. */
    @GET
    @Path("figures")
    public Response figures() {
        return Response.ok(figures.withHistory().toString()).build();
    }

    @GET
    @Path("settings")
    public SettingsView settings() {
        return new SettingsView(settings.inForce());
    }

    @GET
    @Path("house")
    public HouseView house() {
        return pauses.house()
                .map(pause -> new HouseView(true, pause.at(), pause.since(), pause.reason()))
                .orElse(new HouseView(false, null, null, null));
    }

    /**
     * Pauses every auction that is open, or opens until the house goes on. Takes {since}, too: from when on time was
     * lost, at most a day ago; now where it is not given.
     */
    @POST
    @Path("house/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    public AdminActs.Done pause(Input input) {
        long now = time.now();
        long since = input.optionalInteger("since", now - LONGEST_OUTAGE.toMillis(), now)
                .orElse(now);
        return acts.act("PAUSE_HOUSE", "", input, reason -> pauses.pauseHouse(since, reason));
    }

    /** Lets every auction go on that was not paused by itself, with the time that it lost. */
    @POST
    @Path("house/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    public AdminActs.Done resume(Input input) {
        return acts.act("RESUME_HOUSE", "", input, reason -> pauses.resumeHouse());
    }
}
