package com.neighborbid.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running house: engines and Payara, each a child that is started again when it ends. It takes its data directory
 * when made, is opened once and closed once; closing is allowed at any time and stops every child.
 */
public final class House implements AutoCloseable {
    private static final int RESTARTS_MOST = 10;
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(5);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(2);

    private final HouseConfig config;
    private final Consumer<String> say;
    private final DataDir dataDir;
    private final Children children;
    private final Map<String, String> environment = new TreeMap<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean closed;
    private @Nullable PayaraMicro payara;

    /**
     * @param say takes one message for a person at a time
     * @throws LaunchFailure when the data directory is in use
     */
    public House(HouseConfig config, Consumer<String> say) {
        this.config = config;
        this.say = say;
        this.dataDir = DataDir.take(config.dataDir());
        this.children = new Children(dataDir);
    }

    /**
     * A house that is open, and that ends with this process at the latest, unless that is killed.
     *
     * @throws LaunchFailure when it does not come up; then nothing of it is left running
     */
    public static House start(HouseConfig config) throws InterruptedException {
        House house = new House(config, message -> {});
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(house::close, "close"));
            house.open();
            return house;
        } catch (LaunchFailure | InterruptedException e) {
            house.close();
            throw e;
        }
    }

    /**
     * Starts everything and returns when {@code /health/ready} answers 200.
     *
     * @throws LaunchFailure when something does not come up
     */
    public void open() throws InterruptedException {
        new Leftovers(dataDir, say).stop();
        dataDir.pidFile(Part.LAUNCHER).write(ProcessHandle.current().pid());
        Secrets secrets = new Secrets(dataDir.root());
        List<Engine> engines = engines(secrets);
        Map<String, String> all = new TreeMap<>(config.settings());
        engines.forEach(engine -> all.putAll(engine.environment()));
        environment.putAll(all);
        if (config.runs(Part.PAYARA)) {
            payara = new PayaraMicro(config, dataDir, children, all);
            payara.requireFreePort();
        }
        startTogether(engines);
        if (payara != null) {
            start(payara);
        }
    }

    private List<Engine> engines(Secrets secrets) {
        List<Engine> engines = new ArrayList<>();
        if (config.runs(Part.POSTGRES)) {
            engines.add(new EmbeddedPostgres(config, dataDir, children, secrets));
        }
        if (config.runs(Part.REDIS)) {
            engines.add(new EmbeddedRedis(config, dataDir, children, secrets));
        }
        if (config.runs(Part.BROKER)) {
            engines.add(new EmbeddedBroker(config, dataDir, children, secrets));
        }
        return engines;
    }

    private void startTogether(List<Engine> engines) {
        List<CompletableFuture<Void>> starts = engines.stream()
                .map(engine -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                start(engine);
                            } catch (InterruptedException e) {
                                throw new CompletionException(e);
                            }
                        },
                        task -> new Thread(task, "start-" + engine.part().label()).start()))
                .toList();
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchFailure failure
                    ? failure
                    : new LaunchFailure("an engine did not start: " + e.getCause(), e);
        }
    }

    private void start(Engine engine) throws InterruptedException {
        long began = System.nanoTime();
        Child child = engine.start();
        say.accept("%-8s up after %.1f s".formatted(engine.part().label(), (System.nanoTime() - began) / 1e9));
        Thread thread = new Thread(
                () -> supervise(engine, child), "supervisor-" + engine.part().label());
        thread.setDaemon(true);
        thread.start();
    }

    private void supervise(Engine engine, Child child) {
        RestartBudget budget = new RestartBudget(RESTARTS_MOST, RESTARTS_WITHIN, System::nanoTime);
        try {
            new Supervisor(engine, budget, RESTART_PAUSE, children::closing, say).watch(child);
        } catch (LaunchFailure | InterruptedException e) {
            ended.completeExceptionally(e);
        }
    }

    /**
     * Returns when the house was closed.
     *
     * @throws LaunchFailure when a child could not be kept up; the house is still to be closed
     */
    public void awaitEnd() {
        try {
            ended.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LaunchFailure failure ? failure : new LaunchFailure("interrupted", e);
        }
    }

    /** Where Payara is reached, with a slash at the end. */
    public URI url() {
        if (payara == null) {
            throw new IllegalStateException("this house has no Payara");
        }
        return payara.url();
    }

    /** How to reach the engines and what else was set: {@code NB_...} variables, passwords among them. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Where this house keeps its data, logs and pid files. */
    public Path dataDir() {
        return dataDir.root();
    }

    /** The process id of a part that runs now; another one after it was started again. */
    public long pid(Part part) {
        return children.pid(part).orElseThrow(() -> new IllegalStateException(part.label() + " does not run"));
    }

    boolean closing() {
        return children.closing();
    }

    /** Stops every child, whoever uses others first, and frees the data directory; once, and whoever else asks waits for it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        children.close();
        dataDir.pidFile(Part.LAUNCHER).remove();
        dataDir.close();
        ended.complete(null);
    }
}
