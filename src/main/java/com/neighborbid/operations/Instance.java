package com.neighborbid.operations;

import com.neighborbid.bidding.BidEngine;
import com.neighborbid.bidding.BidFigures;
import com.neighborbid.live.Rooms;
import com.neighborbid.platform.DatabasePool;
import com.neighborbid.platform.Departure;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Shows this instance to JMX for as long as the application lives; without it everything else works as well. */
@ApplicationScoped
public class Instance implements InstanceMXBean {
    private static final Logger LOG = System.getLogger(Instance.class.getName());
    private static final String NAME = "com.neighborbid:type=Instance";
    private static final double MICROS_PER_MILLI = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Departure departure;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rooms rooms;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFigures bids;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidEngine engine;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Figures figures;

    void show(@Observes @Initialized(ApplicationScoped.class) Object application) {
        try {
            hideFormer();
            server().registerMBean(
                            new InstanceBean(this, Thread.currentThread().getContextClassLoader()),
                            new ObjectName(NAME));
        } catch (JMException e) {
            LOG.log(Level.WARNING, "JMX does not show this instance", e);
        }
    }

    void hide(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        try {
            hideFormer();
        } catch (JMException e) {
            LOG.log(Level.WARNING, "JMX still shows this instance", e);
        }
    }

    private static void hideFormer() throws JMException {
        ObjectName name = new ObjectName(NAME);
        if (server().isRegistered(name)) {
            server().unregisterMBean(name);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    @Override
    public String getNode() {
        return platform.node();
    }

    @Override
    public List<String> getRoles() {
        return platform.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    @Override
    public boolean isLeaving() {
        return departure.isBegun();
    }

    @Override
    public int getCalls() {
        return departure.calls();
    }

    @Override
    public int getRooms() {
        return rooms.open();
    }

    @Override
    public int getSockets() {
        return rooms.sockets();
    }

    @Override
    public long getBidsAccepted() {
        return bids.accepted();
    }

    @Override
    public long getBidsRejected() {
        return bids.rejected();
    }

    @Override
    public int getBidsWaiting() {
        return engine.waiting();
    }

    @Override
    public double getAnswerMillisP50() {
        return answerMillis(0.5);
    }

    @Override
    public double getAnswerMillisP95() {
        return answerMillis(0.95);
    }

    @Override
    public double getAnswerMillisP99() {
        return answerMillis(0.99);
    }

    private double answerMillis(double share) {
        return figures.answers(platform.node()).percentile(share) / MICROS_PER_MILLI;
    }

    @Override
    public long getRelayLagMillis() {
        return number(part(house(), "relay"), "lagMs");
    }

    @Override
    public Map<String, Long> getQueueDepths() {
        Map<String, Long> depths = new TreeMap<>();
        part(house(), "queues").forEach((queue, messages) -> depths.put(queue, ((JsonNumber) messages).longValue()));
        return depths;
    }

    @Override
    public long getOutboxMessages() {
        return number(part(house(), "database"), "outbox");
    }

    @Override
    public long getDeadLetters() {
        return number(house(), "deadLetters");
    }

    /** What the workers told of the house. */
    private JsonObject house() {
        return part(figures.latest(), "house");
    }

    private static JsonObject part(JsonObject whole, String name) {
        return whole.containsKey(name) ? whole.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static long number(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonNumber(name).longValue() : -1;
    }

    @Override
    public int getDatabaseConnections() {
        return DatabasePool.active();
    }

    @Override
    public int getDatabaseConnectionsMost() {
        return DatabasePool.most();
    }

    @Override
    public int getRedisConnections() {
        return redis.poolActive();
    }
}
