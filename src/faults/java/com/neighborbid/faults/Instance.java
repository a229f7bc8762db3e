package com.neighborbid.faults;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.ContractException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Payara of the house: its process, which is started again when it ends, the link by which nginx reaches it, and its own
 * links to everything behind it.
 */
final class Instance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final int port = Nginx.freePort();
    private final Link door;
    private final Map<Backend, Link> backends;
    private final Shim shim;
    private final HouseConfig config;
    private House house;
    private volatile long dead;

    /** What an instance talks to. */
    enum Backend {
        FIRST_REDIS,
        SECOND_REDIS,
        SENTINEL,
        POSTGRES,
        BROKER
    }

    Instance(String name, String role, Path directory, Path build, Links links, Engines engines) {
        this.name = name;
        door = links.open("nginx->" + name, port);
        backends = engines.linksOf(name, links);
        shim = Shim.make(directory.resolve("shim"), name);
        Map<String, String> settings = new TreeMap<>(engines.settings(backends));
        settings.putAll(shim.environment());
        settings.put("NB_ROLE", role);
        settings.put("NB_NODE", name);
        HouseConfig any = HouseConfig.forTest(directory.resolve(name)).with(settings);
        config = new HouseConfig(
                any.home(),
                build,
                any.engines(),
                any.dataDir(),
                any.httpHost(),
                port,
                Set.of(Part.PAYARA),
                any.settings());
    }

    /** Starts it; returns when it is ready. */
    void start() {
        try {
            house = House.start(config);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " was starting", e);
        }
    }

    String name() {
        return name;
    }

    Link door() {
        return door;
    }

    Link link(Backend backend) {
        return backends.get(backend);
    }

    /** All links to what is behind it. */
    Collection<Link> links() {
        return backends.values();
    }

    /** All links to Redis, the sentinel's too. */
    Stream<Link> redisLinks() {
        return Stream.of(Backend.FIRST_REDIS, Backend.SECOND_REDIS, Backend.SENTINEL)
                .map(backends::get);
    }

    Shim shim() {
        return shim;
    }

    /** The process that runs now; another one after it was started again. */
    long pid() {
        return house.pid(Part.PAYARA);
    }

    /** Remembers which process is about to die. */
    void noteDeath() {
        dead = pid();
    }

    /** Whether another process stands for the one that died, and is ready. */
    boolean isBack() {
        try {
            return pid() != dead
                    && ContractClient.visiting(URI.create("http://127.0.0.1:" + port), PATIENCE)
                                    .call("GET", "/health/ready", null)
                                    .status()
                            == 200;
        } catch (IllegalStateException | ContractException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        if (house != null) {
            house.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
