package com.neighborbid.ra;

import java.util.List;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.impl.ActiveMQClientProtocolManager;
import org.apache.activemq.artemis.core.protocol.core.impl.ActiveMQClientProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.ClientProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.apache.activemq.artemis.spi.core.remoting.TopologyResponseHandler;
import org.jspecify.annotations.Nullable;

/**
 * Artemis's protocol with a {@link Pulse} for each connection. Artemis's own pings belong to a factory of sessions: a factory
 * that finds a broker silent while it connects again never pings any more, on no later connection, and consumers on one that
 * dies then are gone for good without a word. That is switched off: {@code ClientFailureCheckPeriod} must be -1.
 */
final class LivelyProtocol extends ActiveMQClientProtocolManager {
    private volatile @Nullable RemotingConnection newest;

    /** What ra.xml names in {@code ProtocolManagerFactoryStr}. */
    public static final class Factory extends ActiveMQClientProtocolManagerFactory {
        @Override
        public ClientProtocolManager newProtocolManager() {
            return new LivelyProtocol();
        }
    }

    @Override
    public RemotingConnection connect(
            Connection transport,
            long callTimeout,
            long callFailoverTimeout,
            List<Interceptor> incoming,
            List<Interceptor> outgoing,
            TopologyResponseHandler topology) {
        RemotingConnection connection =
                super.connect(transport, callTimeout, callFailoverTimeout, incoming, outgoing, topology);
        newest = connection;
        return connection;
    }

    /** Said once of each new connection, as long as Artemis does not ping by itself. */
    @Override
    public void ping(long connectionTtl) {
        super.ping(connectionTtl);
        RemotingConnection connection = newest;
        if (connection != null && connectionTtl > 0) {
            newest = null;
            Pulse.begin(connection, connectionTtl);
        }
    }
}
