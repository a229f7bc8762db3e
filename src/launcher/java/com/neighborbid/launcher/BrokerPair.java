package com.neighborbid.launcher;

import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.core.config.ClusterConnectionConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.HAPolicyConfiguration;
import org.apache.activemq.artemis.core.config.ha.SharedStoreBackupPolicyConfiguration;
import org.apache.activemq.artemis.core.config.ha.SharedStorePrimaryPolicyConfiguration;
import org.apache.activemq.artemis.core.server.cluster.impl.MessageLoadBalancingType;

/**
 * A broker that is one of two over the same directory: the one that holds its lock is live, the other waits for the lock
 * and takes over with all that is in the directory.
 *
 * @param self this one's address as clients and the other one reach it, {@code tcp://host:port}
 * @param partner the other one's
 * @param waits whether this is the one that waits when both start
 */
record BrokerPair(String self, String partner, boolean waits) {
    /** The partner's address; without it the broker stands alone. */
    static final String PARTNER = "nb.broker.partner";
    /** The own address, where it is not the one that is listened on. */
    static final String SELF = "nb.broker.self";
    /** Whether this one waits: {@code true} on one of the two. */
    static final String WAITS = "nb.broker.waits";

    private static final long RETRY_MS = 500;

    /** The pair that the system properties describe, if any. */
    static Optional<BrokerPair> ofProperties(String listening) {
        return Optional.ofNullable(System.getProperty(PARTNER))
                .map(partner ->
                        new BrokerPair(System.getProperty(SELF, listening), partner, Boolean.getBoolean(WAITS)));
    }

    void configure(Configuration configuration, String password) throws Exception {
        configuration
                .addConnectorConfiguration("self", self)
                .addConnectorConfiguration("partner", partner)
                .addClusterConfiguration(new ClusterConnectionConfiguration()
                        .setName("pair")
                        .setConnectorName("self")
                        .setStaticConnectors(List.of("partner"))
                        .setRetryInterval(RETRY_MS)
                        .setMessageLoadBalancingType(MessageLoadBalancingType.OFF))
                .setClusterPassword(password)
                .setHAPolicyConfiguration(policy());
    }

    private HAPolicyConfiguration policy() {
        return waits
                ? new SharedStoreBackupPolicyConfiguration()
                        .setFailoverOnServerShutdown(true)
                        .setAllowFailBack(true)
                : new SharedStorePrimaryPolicyConfiguration().setFailoverOnServerShutdown(true);
    }
}
