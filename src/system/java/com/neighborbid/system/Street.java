package com.neighborbid.system;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** One set of engines and two instances on them, each of which can be stopped and started while the other goes on. */
final class Street implements AutoCloseable {
    private final House engines;
    private final Instance first;
    private final Instance second;

    /** An instance: a Payara with a port that stays the same. */
    static final class Instance {
        private final HouseConfig config;
        private final int port;
        private House house;

        private Instance(HouseConfig config, int port) {
            this.config = config;
            this.port = port;
            this.house = start(config);
        }

        int port() {
            return port;
        }

        House house() {
            return house;
        }

        /** Sends SIGTERM and returns when the process has ended by itself. */
        void stop() {
            house.close();
        }

        /** Starts it anew, and returns when it is ready. */
        void start() {
            house = start(config);
        }

        private static House start(HouseConfig config) {
            try {
                return House.start(config);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while an instance was starting", e);
            }
        }
    }

    private Street(House engines, Instance first, Instance second) {
        this.engines = engines;
        this.first = first;
        this.second = second;
    }

    /** Opens a street of this name, without rate limits. */
    static Street open(String name) throws InterruptedException {
        String directory = name + "-" + System.currentTimeMillis();
        HouseConfig engineConfig = HouseConfig.forTest(Path.of("target", "houses", directory + "-engines"))
                .only(Part.POSTGRES, Part.REDIS, Part.BROKER);
        House engines = House.start(engineConfig);
        Map<String, String> settings = new TreeMap<>(engines.environment());
        settings.put("NB_RATE_LIMITS", "off");
        settings.put("NB_LEAVE_NOTICE_MS", "1000");
        List<CompletableFuture<Instance>> starting = List.of(
                CompletableFuture.supplyAsync(() -> instance(directory + "-first", settings)),
                CompletableFuture.supplyAsync(() -> instance(directory + "-second", settings)));
        return new Street(engines, starting.get(0).join(), starting.get(1).join());
    }

    private static Instance instance(String directory, Map<String, String> settings) {
        HouseConfig any = HouseConfig.forTest(Path.of("target", "houses", directory));
        int port = Nginx.freePort();
        HouseConfig config = new HouseConfig(
                any.home(),
                any.build(),
                any.engines(),
                any.dataDir(),
                any.httpHost(),
                port,
                java.util.Set.of(Part.PAYARA),
                any.with(settings).settings());
        return new Instance(config, port);
    }

    Instance first() {
        return first;
    }

    Instance second() {
        return second;
    }

    List<Integer> ports() {
        return List.of(first.port(), second.port());
    }

    @Override
    public void close() {
        first.stop();
        second.stop();
        engines.close();
    }
}
