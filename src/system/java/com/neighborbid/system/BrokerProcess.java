package com.neighborbid.system;

import com.neighborbid.launcher.BrokerMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker in a process of its own, on loopback. It ends with the tests at the latest. */
final class BrokerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private BrokerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one, and does not wait for it.
     *
     * @param log where its output goes
     * @param environment what it has beside this process's
     * @param options for its JVM: the properties of {@link BrokerMain}
     */
    static BrokerProcess start(Path log, int port, Map<String, String> environment, String... options)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.add("-Dnb.broker.port=" + port);
        command.add(BrokerMain.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new BrokerProcess(process, port);
    }

    /** As in the setting {@code nb.jms.url}. */
    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Returns when it takes connections. */
    void awaitListening(String otherwise) {
        Eventually.holds(PATIENCE, this::accepts, otherwise);
    }

    /** Kills it, as a power cut would. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
