package com.neighborbid.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** The broker's process: one Artemis, alone or of a {@link BrokerPair}, with a journal that is synced to disk. Ends on SIGTERM. */
public final class BrokerMain {
    static final String DIRECTORY = "nb.broker.directory";
    static final String PORT = "nb.broker.port";
    /** Where it listens; loopback when it is not set. */
    static final String HOST = "nb.broker.host";

    static final String USER = "nb.broker.user";
    static final String PASSWORD = "NB_MQ_PASSWORD";
    /** Java's own: a file whose entry {@code house} says who may sign in, instead of the one user. */
    static final String LOGIN = "java.security.auth.login.config";

    private static final String DEAD_LETTERS = "DLQ";
    private static final int MAX_DELIVERY_ATTEMPTS = 10;
    private static final int MAIL_DELIVERY_ATTEMPTS = 58;
    private static final long PAGE_AFTER_BYTES = 32L << 20;
    private static final long DISK_FREE_BYTES_MIN = 200L << 20;

    private BrokerMain() {}

    /** Starts the broker that the system properties describe; its threads keep the process alive. */
    public static void main(String[] args) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration());
        broker.setSecurityManager(security());
        broker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "stop"));
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop in order", e);
        }
    }

    private static Configuration configuration() throws Exception {
        Path directory = Path.of(System.getProperty(DIRECTORY));
        String address = "tcp://" + System.getProperty(HOST, "127.0.0.1") + ":" + Integer.getInteger(PORT);
        Configuration configuration = new ConfigurationImpl()
                .setName("neighborbid")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                // By default a disk that is nine tenths full stops every sender without a word; room is what counts.
                .setMaxDiskUsage(-1)
                .setMinDiskFree(DISK_FREE_BYTES_MIN)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .putSecurityRoles("#", Set.of(everything()))
                .addAcceptorConfiguration("house", address + "?protocols=CORE")
                .addAddressConfiguration(deadLetters())
                .addAddressSetting("#", addressSettings())
                .addAddressSetting("nb.mail", mailSettings());
        Optional<BrokerPair> pair = BrokerPair.ofProperties(address);
        if (pair.isPresent()) {
            pair.get().configure(configuration, System.getenv(PASSWORD));
        }
        return configuration;
    }

    private static CoreAddressConfiguration deadLetters() {
        return new CoreAddressConfiguration()
                .setName(DEAD_LETTERS)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(DEAD_LETTERS)
                        .setAddress(DEAD_LETTERS)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    /** A mail server may be away for a night: fifty attempts come ten minutes apart. */
    static AddressSettings mailSettings() {
        return addressSettings()
                .setRedeliveryDelay(5_000)
                .setMaxRedeliveryDelay(600_000)
                .setMaxDeliveryAttempts(MAIL_DELIVERY_ATTEMPTS);
    }

    static AddressSettings addressSettings() {
        return new AddressSettings()
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(30_000)
                .setMaxDeliveryAttempts(MAX_DELIVERY_ATTEMPTS)
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setMaxSizeBytes(PAGE_AFTER_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }

    private static ActiveMQJAASSecurityManager security() {
        return System.getProperty(LOGIN) == null
                ? new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), oneUser())
                : new ActiveMQJAASSecurityManager("house");
    }

    private static SecurityConfiguration oneUser() {
        String user = System.getProperty(USER);
        return new SecurityConfiguration(Map.of(user, System.getenv(PASSWORD)), Map.of(user, List.of("house")));
    }

    private static Role everything() {
        return new Role("house", true, true, true, true, true, true, true, true, true, true, false, false);
    }
}
