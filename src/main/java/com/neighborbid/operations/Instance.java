package com.neighborbid.operations;

import com.neighborbid.live.Rooms;
import com.neighborbid.platform.Departure;
import com.neighborbid.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Shows this instance to JMX for as long as the application lives; without it everything else works as well. */
@ApplicationScoped
public class Instance implements InstanceMXBean {
    private static final Logger LOG = System.getLogger(Instance.class.getName());
    private static final String NAME = "com.neighborbid:type=Instance";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Departure departure;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rooms rooms;

    void show(@Observes @Initialized(ApplicationScoped.class) Object application) {
        try {
            hideFormer();
            server().registerMBean(this, new ObjectName(NAME));
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
}
