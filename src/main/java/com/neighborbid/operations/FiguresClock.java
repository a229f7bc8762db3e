package com.neighborbid.operations;

import com.neighborbid.platform.Json;
import com.neighborbid.platform.NodeBoard;
import com.neighborbid.platform.Role;
import com.neighborbid.platform.UnavailableException;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Once a second: tells this node's figures to the others, puts together those of all, and shows them. */
@ApplicationScoped
class FiguresClock implements WorkerTask {
    private static final Logger LOG = System.getLogger(FiguresClock.class.getName());
    private static final String TOPIC = "nodes";
    private static final long TURN_MS = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NodeSampler sampler;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HouseSampler house;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NodeBoard board;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Figures figures;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FigureMetrics metrics;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Consoles consoles;

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public long turn() {
        metrics.registerOnce();
        metrics.follow();
        NodeFigures own = sampler.take();
        Map<String, NodeFigures> told = new HashMap<>();
        told.put(own.node(), own);
        try {
            consoles.show(figures.take(told(own, told).values(), house()).toString());
        } catch (RuntimeException e) {
            // A title is read from PostgreSQL, which may be away.
            LOG.log(Level.WARNING, "The figures wait: {0}", e.toString());
        }
        return TURN_MS;
    }

    /** What all nodes told; without Redis this one knows of itself alone. */
    private Map<String, NodeFigures> told(NodeFigures own, Map<String, NodeFigures> told) {
        try {
            board.write(TOPIC, own.text());
            board.read(TOPIC).forEach((node, text) -> told.put(node, NodeFigures.parse(text)));
        } catch (UnavailableException e) {
            LOG.log(Level.DEBUG, "The figures of other nodes wait for Redis", e);
        }
        return told;
    }

    private @Nullable JsonObject house() {
        HouseFigures own = house.last();
        if (own != null) {
            return own.json();
        }
        try {
            return board.read(HouseSampler.TOPIC).values().stream()
                    .findFirst()
                    .map(Json::object)
                    .orElse(null);
        } catch (UnavailableException e) {
            LOG.log(Level.DEBUG, "The figures of the engines wait for Redis", e);
            return null;
        }
    }
}
