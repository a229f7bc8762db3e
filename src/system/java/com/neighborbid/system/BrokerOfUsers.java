package com.neighborbid.system;

import com.neighborbid.faults.Nginx;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker whose users stand in Artemis's own files, which it reads again when they change. */
final class BrokerOfUsers implements AutoCloseable {
    private final Path directory;
    private final Map<String, String> passwords = new TreeMap<>();
    private final BrokerProcess process;

    /** Starts one that takes this user alone, and returns when it listens. */
    BrokerOfUsers(Path directory, String user, String password) throws IOException {
        this.directory = Files.createDirectories(directory).toAbsolutePath();
        passwords.put(user, password);
        write();
        Path login = Files.writeString(this.directory.resolve("login.config"), """
                house {
                    org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule required
                    reload=true
                    org.apache.activemq.jaas.properties.user="artemis-users.properties"
                    org.apache.activemq.jaas.properties.role="artemis-roles.properties";
                };
                """);
        process = BrokerProcess.start(
                this.directory.resolve("log"),
                Nginx.freePort(),
                Map.of(),
                "-Djava.security.auth.login.config=" + login,
                "-Dnb.broker.directory=" + this.directory.resolve("store"));
        process.awaitListening("the broker does not listen");
    }

    /** What leads an instance here as this user. */
    Map<String, String> settings(String user) {
        return Map.of("NB_JMS_URL", process.url(), "NB_MQ_USER", user, "NB_MQ_PASSWORD", passwords.get(user));
    }

    /** Takes this user, too, from its next connection on. */
    void add(String user, String password) throws IOException {
        passwords.put(user, password);
        write();
    }

    /** Takes this user no more. What is open stays open; what was just allowed it remembers for ten seconds. */
    void remove(String user) throws IOException {
        passwords.remove(user);
        write();
    }

    /** Whether this user may sign in with this password. */
    boolean takes(String user, String password) {
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(process.url());
                Connection connection = broker.createConnection(user, password)) {
            return connection.getMetaData() != null;
        } catch (JMSSecurityException refused) {
            return false;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private void write() throws IOException {
        String users = passwords.entrySet().stream()
                .map(user -> user.getKey() + " = " + user.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(
                directory.resolve("artemis-roles.properties"), "house = " + String.join(",", passwords.keySet()));
        Files.writeString(directory.resolve("artemis-users.properties"), users);
    }
}
