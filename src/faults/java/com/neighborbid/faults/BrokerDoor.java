package com.neighborbid.faults;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The harness's own way to the broker: no link leads there. Has the broker copy what passes, and sends. */
final class BrokerDoor implements AutoCloseable {
    private static final String MANAGEMENT = "activemq.management";
    private static final String COPIES = "nb.faults.copies";
    private static final String QUEUE_OF_A_COPY = "_AMQ_ORIG_ADDRESS";
    private static final String ID = "nbId";
    private static final long NO_MORE_MILLIS = 300;
    private static final long ANSWER_MILLIS = 5000;

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session session;

    /** What the broker was given for a queue. */
    record Copy(String queue, String text, String id) {}

    /** Something done by this way. */
    interface Work {
        void by(BrokerDoor door) throws JMSException;
    }

    private BrokerDoor(Map<String, String> environment) throws JMSException {
        factory = new ActiveMQConnectionFactory(environment.get("NB_JMS_URL"));
        connection = factory.createConnection(environment.get("NB_MQ_USER"), environment.get("NB_MQ_PASSWORD"));
        session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        connection.start();
    }

    /**
     * @param environment of a house: {@code NB_JMS_URL} and its user and password
     * @throws IllegalStateException when the broker does not do it
     */
    static void open(Map<String, String> environment, Work work) {
        try (BrokerDoor door = new BrokerDoor(environment)) {
            work.by(door);
        } catch (JMSException e) {
            throw new IllegalStateException("the broker's messages cannot be tampered with: " + e.getMessage(), e);
        }
    }

    void send(String queue, String text, String id) throws JMSException {
        TextMessage message = session.createTextMessage(text);
        message.setStringProperty(ID, id);
        send(queue, message);
    }

    /** One that is no text. */
    void sendBytes(String queue) throws JMSException {
        send(queue, session.createBytesMessage());
    }

    private void send(String queue, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message);
        }
    }

    /** From now on the broker keeps a copy of all that these queues are given. */
    void beginCopies(List<String> queues) throws JMSException {
        takeCopies();
        for (String queue : queues) {
            manage("createDivert", copiesOf(queue), copiesOf(queue), queue, COPIES, false, null, null);
        }
    }

    /** No more from now on; answers what was kept, in its order. */
    List<Copy> endCopies(List<String> queues) throws JMSException {
        for (String queue : queues) {
            manage("destroyDivert", copiesOf(queue));
        }
        return takeCopies();
    }

    private List<Copy> takeCopies() throws JMSException {
        List<Copy> copies = new ArrayList<>();
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(COPIES))) {
            for (Message copy = consumer.receive(NO_MORE_MILLIS);
                    copy != null;
                    copy = consumer.receive(NO_MORE_MILLIS)) {
                if (copy instanceof TextMessage text) {
                    copies.add(new Copy(
                            copy.getStringProperty(QUEUE_OF_A_COPY), text.getText(), copy.getStringProperty(ID)));
                }
            }
        }
        return copies;
    }

    private static String copiesOf(String queue) {
        return "copies-of-" + queue;
    }

    private void manage(String operation, Object... arguments) throws JMSException {
        TemporaryQueue answers = session.createTemporaryQueue();
        try (MessageConsumer consumer = session.createConsumer(answers)) {
            Message order = session.createMessage();
            order.setJMSReplyTo(answers);
            JMSManagementHelper.putOperationInvocation(order, ResourceNames.BROKER, operation, arguments);
            send(MANAGEMENT, order);
            Message answer = consumer.receive(ANSWER_MILLIS);
            if (answer == null || !JMSManagementHelper.hasOperationSucceeded(answer)) {
                throw new IllegalStateException("the broker does not " + operation + ": " + answer);
            }
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        factory.close();
    }
}
