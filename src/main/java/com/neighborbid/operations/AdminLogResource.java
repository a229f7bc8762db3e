package com.neighborbid.operations;

import com.neighborbid.platform.Input;
import com.neighborbid.platform.LogLevels;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
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
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much the logs say for a while, on one node or on all. */
@Path("admin/log-levels")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminLogResource {
    private static final int LONGEST_NAME = 200;
    private static final Pattern LOGGER = Pattern.compile("[A-Za-z0-9_$]+(\\.[A-Za-z0-9_$]+)*");
    private static final Pattern NODE = Pattern.compile("[^|\\p{Cntrl}]+");

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AdminActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LogLevels levels;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private OperationsConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /**
     * A level that is in force.
     *
     * @param node absent for every node
     * @param until milliseconds since the epoch
     */
    public record LevelView(String logger, @Nullable String node, LogLevels.Level level, long until) {}

    @GET
    public Page<LevelView> list() {
        List<LevelView> found = levels.all().stream()
                .map(wish -> new LevelView(wish.logger(), wish.node(), wish.level(), wish.until()))
                .toList();
        return new Page<>(found, null);
    }

    /** Takes {logger, level: error, warning, info, debug or trace, minutes}, and {node} where it is for one alone. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public AdminActs.Done set(Input input) {
        String logger = logger(input);
        String node = node(input);
        LogLevels.Level level = input.choice("level", LogLevels.Level.class);
        long minutes = input.integer("minutes", 1, config.logMinutesMost());
        long until = time.now() + Duration.ofMinutes(minutes).toMillis();
        return acts.act("LOG_LEVEL", "", input, reason -> levels.set(new LogLevels.Wish(logger, node, level, until)));
    }

    /** Goes back before its time. Takes {logger}, and {node} where it was set for one. */
    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_JSON)
    public AdminActs.Done drop(Input input) {
        String logger = logger(input);
        String node = node(input);
        return acts.act("LOG_RETURN", "", input, reason -> {
            if (!levels.drop(logger, node)) {
                throw RejectedException.notFound("log level");
            }
        });
    }

    private static String logger(Input input) {
        String name = input.text("logger", 1, LONGEST_NAME);
        if (!name.isEmpty() && !LOGGER.matcher(name).matches()) {
            input.fault("logger", "must be a logger's name");
        }
        return name;
    }

    private static @Nullable String node(Input input) {
        String name = input.optionalText("node", 1, LONGEST_NAME).orElse(null);
        if (name != null && !name.isEmpty() && !NODE.matcher(name).matches()) {
            input.fault("node", "must be a node's name");
        }
        return name;
    }
}
