package com.neighborbid.system;

import com.neighborbid.faults.Nginx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Two brokers over one directory, each a process: the first is live, the second waits for its end. */
final class BrokerPair implements AutoCloseable {
    private static final String USER = "neighborbid";
    private static final String PASSWORD = "of-the-pair-alone";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final int firstPort = Nginx.freePort();
    private final int secondPort = Nginx.freePort();
    private BrokerProcess first;
    private final BrokerProcess second;

    BrokerPair(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        first = start("first", firstPort, secondPort, false);
        first.awaitListening("the first broker does not listen");
        second = start("second", secondPort, firstPort, true);
        Eventually.holds(PATIENCE, () -> says("second", "AMQ221031"), "the second broker is no backup");
    }

    /** What leads a house here. */
    Map<String, String> settings() {
        return Map.of("NB_JMS_URL", first.url() + "," + second.url(), "NB_MQ_USER", USER, "NB_MQ_PASSWORD", PASSWORD);
    }

    /** Kills the first as a power cut would; returns when the second listens. */
    void killFirst() {
        first.close();
        second.awaitListening("the second broker does not take over");
    }

    /** Starts the first again, which takes over from the second; returns when it listens. */
    void bringFirstBack() throws IOException {
        first = start("first-again", firstPort, secondPort, false);
        first.awaitListening("the first broker does not come back");
    }

    @Override
    public void close() {
        second.close();
        first.close();
    }

    private BrokerProcess start(String name, int port, int partner, boolean waits) throws IOException {
        return BrokerProcess.start(
                log(name),
                port,
                Map.of("NB_MQ_PASSWORD", PASSWORD),
                "-Dnb.broker.directory=" + directory.resolve("store"),
                "-Dnb.broker.partner=tcp://127.0.0.1:" + partner,
                "-Dnb.broker.waits=" + waits,
                "-Dnb.broker.user=" + USER);
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    private boolean says(String name, String word) {
        try {
            return Files.readString(log(name)).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
