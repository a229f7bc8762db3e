package com.neighborbid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactoryDefinition;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends durable text messages to the broker, many with one sync of its disk. Every one carries its id for the receiver's
 * {@link Inbox}, which drops a repeat. The broker's own memory of ids is not used: it would write each id to its journal,
 * and refuse the whole of a repeated batch for one message in it that it remembers.
 */
@ApplicationScoped
@JMSConnectionFactoryDefinition(
        name = Messages.FACTORY,
        resourceAdapter = Messages.RESOURCE_ADAPTER,
        user = "${MPCONFIG=nb.mq.user}",
        password = "${ENV=NB_MQ_PASSWORD}",
        transactional = false,
        minPoolSize = 2,
        maxPoolSize = 16,
        properties = {
            "ReconnectAttempts=0",
            "AllowLocalTransactions=true",
            "MinLargeMessageSize=" + Messages.LARGE,
            // The adapter's own pulse sees a dead connection after this time; Artemis's check is off.
            // No other one of the pool is believed then: each would be waited for in turn.
            "ConnectionTTL=4000",
            "ClientFailureCheckPeriod=-1",
            "org.glassfish.connector-connection-pool.fail-all-connections=true",
            // A broker that dies, or is not yet ready, while it is asked for a connection is waited for as long.
            "CallTimeout=3000",
            // Each connection of the pool tries a broker that is gone before the other one; by default 2 s apart.
            "RetryInterval=100"
        })
public class Messages {
    /** The resource adapter that both ways, out and in, go through: the archive's name. */
    public static final String RESOURCE_ADAPTER = "artemis-ra";

    /** A selector that lets nothing pass on a node without the role worker; the container puts the setting in. */
    public static final String ON_WORKERS =
            "'${MPCONFIG=nb.role:all}' LIKE '%all%' OR '${MPCONFIG=nb.role:all}' LIKE '%worker%'";

    /**
     * Bytes from which on the adapter sends a message in pieces, through a file of the broker's: some five times the work.
     * Below what the broker's journal takes in one piece, 490 KiB.
     */
    static final String LARGE = "400000";

    static final String FACTORY = "java:app/jms/neighborbid";
    /** The property under which a receiver finds the message's id. */
    public static final String ID = "nbId";

    private static final Logger LOG = System.getLogger(Messages.class.getName());

    @Resource(lookup = FACTORY)
    @SuppressWarnings("NullAway.Init")
    private ConnectionFactory factory;

    /**
     * A message to be sent.
     *
     * @param id the same for every repeat
     * @param group messages of one group are received one after another, by one receiver; empty for none
     * @param traces of what it carries, as {@link Traces#header} tells them
     */
    public record Outgoing(String queue, String id, String body, String group, List<String> traces) {
        public Outgoing {
            traces = List.copyOf(traces);
        }

        public Outgoing(String queue, String id, String body) {
            this(queue, id, body, "", List.of());
        }
    }

    /** What is done in a transaction of the broker's. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session) throws JMSException;
    }

    /**
     * Sends messages in order, all or none, and returns when the broker has them on disk.
     *
     * @throws UnavailableException when the broker did not answer; it may have them, so that they are to be sent again
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void send(List<Outgoing> messages) {
        List<MessageTraces> traces =
                messages.stream().map(MessageTraces::sending).toList();
        try {
            send(messages, traces);
        } catch (RuntimeException failure) {
            traces.forEach(spans -> spans.failed(failure));
            throw failure;
        } finally {
            traces.forEach(MessageTraces::close);
        }
    }

    private void send(List<Outgoing> messages, List<MessageTraces> traces) {
        together(session -> {
            // To make a queue of its name asks the broker, each time.
            Map<String, Queue> queues = new HashMap<>();
            try (MessageProducer producer = session.createProducer(null)) {
                for (int i = 0; i < messages.size(); i++) {
                    Outgoing message = messages.get(i);
                    if (!queues.containsKey(message.queue())) {
                        queues.put(message.queue(), session.createQueue(message.queue()));
                    }
                    TextMessage text = session.createTextMessage(message.body());
                    text.setStringProperty(ID, message.id());
                    traces.get(i).putOn(text);
                    if (!message.group().isEmpty()) {
                        text.setStringProperty("JMSXGroupID", message.group());
                    }
                    producer.send(queues.get(message.queue()), text);
                }
            }
            return messages.size();
        });
    }

    /**
     * Does some work with the broker in one transaction of its own, not the container's: in that, this adapter's sends
     * vanish at the commit. Call it outside of one.
     *
     * @throws UnavailableException when the broker did not answer; the work may be done
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    <T> T together(Work<T> work) {
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            try {
                T result = work.in(session);
                session.commit();
                return result;
            } catch (JMSException | RuntimeException failure) {
                takeBack(session, failure);
                throw failure;
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw new UnavailableException("Broker: " + e.getMessage(), e);
        }
    }

    /** The session is the pool's: what it was given must not leave with whoever has it next. */
    private static void takeBack(Session session, Exception failure) {
        try {
            session.rollback();
        } catch (JMSException | JMSRuntimeException broken) {
            failure.addSuppressed(broken);
        }
    }

    /** Whether the broker answers now. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean isReachable() {
        try (JMSContext context = factory.createContext()) {
            return context.getMetaData() != null;
        } catch (JMSRuntimeException unreachable) {
            LOG.log(Level.DEBUG, "The broker does not answer", unreachable);
            return false;
        }
    }

    /** The id of a received message. */
    public static String idOf(Message message) throws JMSException {
        return message.getStringProperty(ID);
    }
}
