package com.neighborbid.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The Artemis broker, in a JVM of its own that runs {@link BrokerMain}. */
final class EmbeddedBroker implements Engine {
    private static final String USER = "neighborbid";
    private static final Duration MOST = Duration.ofSeconds(60);

    private final Children children;
    private final Path logging;
    private final Path directory;
    private final String password;
    private final BrokerAddress address = new BrokerAddress("127.0.0.1", Ports.free());

    EmbeddedBroker(HouseConfig config, DataDir dataDir, Children children, Secrets secrets) {
        this.children = children;
        this.logging = config.home().resolve("payara/logging.properties");
        this.directory = dataDir.of(Part.BROKER);
        this.password = config.settings().getOrDefault("NB_MQ_PASSWORD", secrets.of("broker"));
    }

    @Override
    public Part part() {
        return Part.BROKER;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("NB_JMS_URL", address.url(), "NB_MQ_USER", USER, "NB_MQ_PASSWORD", password);
    }

    @Override
    public Child start() throws InterruptedException {
        Child child = children.spawn(
                part(),
                List.of(
                        Java.executable(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.util.logging.config.file=" + logging,
                        "-D" + BrokerMain.DIRECTORY + "=" + directory,
                        "-D" + BrokerMain.PORT + "=" + address.port(),
                        "-D" + BrokerMain.USER + "=" + USER,
                        BrokerMain.class.getName()),
                // The class path by environment: on a command line it hides all else from whoever lists processes.
                Map.of("CLASSPATH", System.getProperty("java.class.path"), BrokerMain.PASSWORD, password));
        Await.until(child, MOST, this::accepts);
        return child;
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
