package com.neighborbid.faults;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The whole house: engines, two instances for pages and work, two for rooms, nginx, and a link wherever two of them talk. A small
 * one has two instances that do all.
 */
final class Estate implements AutoCloseable {
    static final String ADMIN_EMAIL = "admin@example.com";
    static final String ADMIN_PASSWORD = "an admin of a house for tests";

    private final Links links = new Links();
    private final Engines engines;
    private final List<Instance> web;
    private final List<Instance> live;
    private final Nginx nginx;
    private final Link front;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Opens one; returns when all of it is ready.
     *
     * @param directory for all that its processes keep
     * @param build where the WAR, the resource adapter and Payara Micro are
     */
    static Estate open(Path directory, Path build, String appendfsync) {
        return open(directory, build, new Engines(directory, appendfsync), false);
    }

    /** The same with two instances, which boot in half the time. */
    static Estate small(Path directory, Path build) {
        return open(directory, build, new Engines(directory, Mutation.NONE.appendfsync()), true);
    }

    private static Estate open(Path directory, Path build, Engines engines, boolean small) {
        try {
            return new Estate(directory, build, engines, small);
        } catch (RuntimeException e) {
            engines.close();
            throw e;
        }
    }

    private Estate(Path directory, Path build, Engines engines, boolean small) {
        this.engines = engines;
        BiFunction<String, String, Instance> make =
                (name, role) -> new Instance(name, role, directory, build, links, engines);
        if (small) {
            web = List.of(make.apply("all-1", "all"), make.apply("all-2", "all"));
            live = web;
        } else {
            web = List.of(make.apply("web-1", "web,worker"), make.apply("web-2", "web,worker"));
            live = List.of(make.apply("live-1", "live"), make.apply("live-2", "live"));
        }
        try {
            CompletableFuture.allOf(instances().stream()
                            .map(instance -> CompletableFuture.runAsync(instance::start))
                            .toArray(CompletableFuture[]::new))
                    .join();
            // The workload has one address for all its members; strangers come from another one.
            String free = "geo $limited {\n    default 1;\n    127.0.0.1 0;\n}\n";
            nginx = Nginx.start("faults", free + Nginx.pools(doors(web), doors(live)));
        } catch (RuntimeException e) {
            instances().forEach(Instance::close);
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        front = links.open("client->nginx", nginx.url().getPort());
    }

    private static List<Integer> doors(List<Instance> instances) {
        return instances.stream().map(instance -> instance.door().port()).toList();
    }

    Engines engines() {
        return engines;
    }

    /** The two for pages, which work too. */
    List<Instance> web() {
        return web;
    }

    /** The two for rooms. */
    List<Instance> live() {
        return live;
    }

    /** All there are. */
    List<Instance> instances() {
        return Stream.concat(web.stream(), live.stream()).distinct().toList();
    }

    /** The link by which the workload's clients come. */
    Link front() {
        return front;
    }

    Nginx nginx() {
        return nginx;
    }

    /** Where the workload's clients find the house. */
    URI url() {
        return URI.create("http://127.0.0.1:" + front.port() + "/");
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        nginx.close();
        CompletableFuture.allOf(instances().stream()
                        .map(instance -> CompletableFuture.runAsync(instance::close))
                        .toArray(CompletableFuture[]::new))
                .join();
        engines.close();
        links.close();
    }
}
