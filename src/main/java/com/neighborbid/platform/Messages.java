package com.neighborbid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactoryDefinition;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Sends durable text messages to the broker. Every one carries its id twice: for the broker, which drops a repeat that
 * it still remembers, and for the receiver's {@link Inbox}, which drops the rest.
 */
@ApplicationScoped
@JMSConnectionFactoryDefinition(
        name = Messages.FACTORY,
        resourceAdapter = Messages.RESOURCE_ADAPTER,
        user = "${MPCONFIG=nb.mq.user}",
        password = "${ENV=NB_MQ_PASSWORD}",
        transactional = false,
        maxPoolSize = 16,
        properties = {"ReconnectAttempts=0"})
public class Messages {
    /** The resource adapter that both ways, out and in, go through: the archive's name. */
    public static final String RESOURCE_ADAPTER = "artemis-ra";

    /** A selector that lets nothing pass on a node without the role worker; the container puts the setting in. */
    public static final String ON_WORKERS =
            "'${MPCONFIG=nb.role:all}' LIKE '%all%' OR '${MPCONFIG=nb.role:all}' LIKE '%worker%'";

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
     */
    public record Outgoing(String queue, String id, String body, String group) {
        public Outgoing(String queue, String id, String body) {
            this(queue, id, body, "");
        }
    }

    /**
     * Sends messages in order and returns when the broker has them on disk, each with a sync of its own: some 150 a
     * second. No transaction: in one, this adapter's sends vanish at the commit.
     *
     * @throws UnavailableException when the broker did not answer; it may have some or all of them
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void send(List<Outgoing> messages) {
        try (JMSContext context = factory.createContext()) {
            for (Outgoing message : messages) {
                TextMessage text = context.createTextMessage(message.body());
                text.setStringProperty(ID, message.id());
                text.setStringProperty("_AMQ_DUPL_ID", message.id());
                if (!message.group().isEmpty()) {
                    text.setStringProperty("JMSXGroupID", message.group());
                }
                context.createProducer().send(context.createQueue(message.queue()), text);
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw new UnavailableException("Broker: " + e.getMessage(), e);
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
