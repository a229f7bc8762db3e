package com.neighborbid.system;

import com.neighborbid.launcher.BrokerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
    private Process first;
    private final Process second;

    BrokerPair(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        first = start("first", firstPort, secondPort, false);
        Eventually.holds(PATIENCE, () -> accepts(firstPort), "the first broker does not listen");
        second = start("second", secondPort, firstPort, true);
        Eventually.holds(PATIENCE, () -> says("second", "AMQ221031"), "the second broker is no backup");
    }

    /** What leads a house here. */
    Map<String, String> settings() {
        return Map.of(
                "NB_JMS_URL", url(firstPort) + "," + url(secondPort), "NB_MQ_USER", USER, "NB_MQ_PASSWORD", PASSWORD);
    }

    /** Kills the first as a power cut would; returns when the second listens. */
    void killFirst() {
        first.destroyForcibly().onExit().join();
        Eventually.holds(PATIENCE, () -> accepts(secondPort), "the second broker does not take over");
    }

    /** Starts the first again, which takes over from the second; returns when it listens. */
    void bringFirstBack() throws IOException {
        first = start("first-again", firstPort, secondPort, false);
        Eventually.holds(PATIENCE, () -> accepts(firstPort), "the first broker does not come back");
    }

    @Override
    public void close() {
        for (Process broker : new Process[] {second, first}) {
            broker.destroyForcibly().onExit().join();
        }
    }

    private Process start(String name, int port, int partner, boolean waits) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dnb.broker.directory=" + directory.resolve("store"),
                        "-Dnb.broker.port=" + port,
                        "-Dnb.broker.partner=" + url(partner),
                        "-Dnb.broker.waits=" + waits,
                        "-Dnb.broker.user=" + USER,
                        BrokerMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("NB_MQ_PASSWORD", PASSWORD);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
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

    private static String url(int port) {
        return "tcp://127.0.0.1:" + port;
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
