package com.neighborbid.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Payara Micro with the resource adapter and the WAR. */
final class PayaraMicro implements Engine {
    private static final Duration MOST = Duration.ofSeconds(300);
    /** How long a port may be found taken before it counts as such. */
    private static final Duration TAKEN = Duration.ofSeconds(2);

    private final HouseConfig config;
    private final Children children;
    private final Path directory;
    private final Map<String, String> environment;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param engines how to reach the engines, embedded or not */
    PayaraMicro(HouseConfig config, DataDir dataDir, Children children, Map<String, String> engines) {
        this.config = config;
        this.children = children;
        this.directory = dataDir.of(Part.PAYARA);
        this.port = config.httpPort() == 0 ? Ports.free() : config.httpPort();
        this.environment = new TreeMap<>(config.settings());
        environment.putAll(engines);
        environment.put("NB_DATA_DIR", dataDir.root().toString());
        environment.put("NB_HTTP_PORT", Integer.toString(port));
    }

    @Override
    public Part part() {
        return Part.PAYARA;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    /** Where it is reached from this machine. */
    URI url() {
        boolean anywhere =
                config.httpHost().equals("0.0.0.0") || config.httpHost().equals("::");
        return URI.create("http://" + (anywhere ? "127.0.0.1" : config.httpHost()) + ":" + port + "/");
    }

    /** @throws LaunchFailure when another program listens there */
    void requireFreePort() throws InterruptedException {
        if (!Ports.becomesFree(config.httpHost(), port, TAKEN)) {
            throw new LaunchFailure("port " + port + " on " + config.httpHost()
                    + " is taken by another program; stop it, or set NB_HTTP_PORT to another port");
        }
    }

    @Override
    public Child start() throws InterruptedException {
        requireFreePort();
        Child child = children.spawn(part(), command(), environment);
        Await.until(child, MOST, () -> ready(child));
        return child;
    }

    /**
     * All deployed, and the house's own checks say so. Neither alone is enough: Micro says "ready" without the WAR
     * when that fails, and a WAR's checks answer as soon as its beans are there, before its resources are.
     */
    private boolean ready(Child child) {
        DeploymentLog log = new DeploymentLog(child.log());
        if (log.failed()) {
            child.stop(Duration.ofSeconds(10));
            throw new LaunchFailure("the WAR does not deploy: " + log.cause());
        }
        return log.complete() && healthy();
    }

    private boolean healthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(url().resolve("health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYetListening) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> command() {
        Path temporary = directory.resolve("tmp");
        try {
            // Scratch: whatever lasts is in the engines. A killed instance leaves it behind.
            Trees.delete(directory);
            Files.createDirectories(temporary);
            Files.writeString(
                    directory.resolve("pre-boot.asadmin"),
                    Files.readString(config.home().resolve("payara/pre-boot.asadmin"))
                            .replace("@http.host@", config.httpHost()));
        } catch (IOException e) {
            throw new LaunchFailure("cannot prepare Payara's directory " + directory + ": " + e, e);
        }
        List<BrokerAddress> brokers = BrokerAddress.parseAll(environment.get("NB_JMS_URL"));
        BrokerAddress broker = brokers.get(0);
        BrokerAddress partner = brokers.get(brokers.size() - 1);
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(JvmOptions.of(
                Runtime.getRuntime().availableProcessors(), config.settings().getOrDefault("NB_JAVA_OPTS", "")));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-Dnb.mq.host=" + broker.host(),
                "-Dnb.mq.port=" + broker.port(),
                "-Dnb.mq.partner.host=" + partner.host(),
                "-Dnb.mq.partner.port=" + partner.port(),
                "-Dnb.mq.user=" + environment.getOrDefault("NB_MQ_USER", ""),
                "-jar",
                config.build().resolve("payara/payara-micro.jar").toString(),
                "--nocluster",
                "--disablephonehome",
                "--rootdir",
                directory.resolve("root").toString(),
                "--port",
                Integer.toString(port),
                "--logproperties",
                config.home().resolve("payara/logging.properties").toString(),
                "--prebootcommandfile",
                directory.resolve("pre-boot.asadmin").toString(),
                "--postdeploycommandfile",
                config.home().resolve("payara/post-deploy.asadmin").toString(),
                "--deploy",
                config.build().resolve("artemis-ra.rar").toString(),
                "--deploy",
                config.build().resolve("neighborbid.war").toString(),
                "--contextroot",
                "/"));
        return command;
    }
}
