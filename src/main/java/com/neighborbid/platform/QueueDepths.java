package com.neighborbid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many messages wait in each of the house's queues, as Artemis says by messages to its management address: its user
 * needs the permission {@code manage}. To browse a queue would bring every message here.
 */
@ApplicationScoped
public class QueueDepths {
    private static final String MANAGEMENT = "activemq.management";
    private static final String OURS = "nb.";
    private static final String RESOURCE = "_AMQ_ResourceName";
    private static final String ATTRIBUTE = "_AMQ_Attribute";
    private static final String SUCCEEDED = "_AMQ_OperationSucceeded";
    private static final long ANSWER_MS = 2000;

    @Resource(lookup = Messages.FACTORY)
    @SuppressWarnings("NullAway.Init")
    private ConnectionFactory factory;

    /**
     * Messages by queue, those that are being worked on among them.
     *
     * @throws UnavailableException when the broker does not answer, or does not let itself be asked
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Map<String, Long> read() {
        // Not in a transaction: a question would leave with its commit, and the answer is waited for here.
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            TemporaryQueue answers = session.createTemporaryQueue();
            try (MessageProducer asker = session.createProducer(session.createQueue(MANAGEMENT));
                    MessageConsumer listener = session.createConsumer(answers)) {
                return depths(new Asking(session, answers, asker, listener));
            } finally {
                // The connection is the pool's, and would keep it.
                answers.delete();
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw new UnavailableException("Broker: " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> depths(Asking asking) throws JMSException {
        Map<String, Long> depths = new TreeMap<>();
        for (JsonValue queue : asking.ask("broker", "queueNames").asJsonArray()) {
            String name = ((JsonString) queue).getString();
            if (name.startsWith(OURS)) {
                depths.put(
                        name,
                        Long.parseLong(
                                asking.ask("queue." + name, "messageCount").toString()));
            }
        }
        return depths;
    }

    /** One question at a time, by the rules of Artemis's management messages. */
    private record Asking(Session session, TemporaryQueue answers, MessageProducer asker, MessageConsumer listener) {
        JsonValue ask(String resource, String attribute) throws JMSException {
            Message question = session.createMessage();
            question.setStringProperty(RESOURCE, resource);
            question.setStringProperty(ATTRIBUTE, attribute);
            question.setJMSReplyTo(answers);
            asker.send(question);
            Message answer = listener.receive(ANSWER_MS);
            if (answer == null || !answer.getBooleanProperty(SUCCEEDED)) {
                throw new JMSException("no answer about " + attribute + " of " + resource);
            }
            return Json.object("{\"answer\":" + answer.getBody(String.class) + "}")
                    .getJsonArray("answer")
                    .get(0);
        }
    }
}
