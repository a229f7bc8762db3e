package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The broker's queue of messages that failed too often: an operator looks at them and, when the cause is mended, has
 * them sent again or throws them away. A replayed message keeps its id, so that an effect that it had after all is not
 * repeated. Each call throws {@link UnavailableException} when the broker does not answer.
 */
@ApplicationScoped
public class DeadLetters {
    /** Most that are counted. */
    public static final int MOST = 10_000;

    static final String QUEUE = "DLQ";

    /** Where the broker notes the queue in which a message failed. */
    private static final String FAILED_IN = "_AMQ_ORIG_ADDRESS";

    private static final Pattern ID = Pattern.compile("ID:[0-9A-Za-z-]{1,64}");

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Messages messages;

    /** What is done with a message that was taken from the queue, in the same transaction. */
    @FunctionalInterface
    private interface End {
        void of(Session session, Message taken) throws JMSException;
    }

    /** The oldest, at most {@code limit}. */
    public List<DeadLetter> list(int limit) {
        return messages.together(session -> {
            List<DeadLetter> letters = new ArrayList<>();
            try (QueueBrowser browser = session.createBrowser(session.createQueue(QUEUE))) {
                Enumeration<?> all = browser.getEnumeration();
                while (letters.size() < limit && all.hasMoreElements()) {
                    letters.add(letter((Message) all.nextElement()));
                }
            }
            return letters;
        });
    }

    /** How many there are; {@link #MOST} stands for that many or more. */
    public long count() {
        return messages.together(session -> {
            long count = 0;
            try (QueueBrowser browser = session.createBrowser(session.createQueue(QUEUE))) {
                Enumeration<?> all = browser.getEnumeration();
                while (count < MOST && all.hasMoreElements()) {
                    all.nextElement();
                    count++;
                }
            }
            return count;
        });
    }

    /** Sends it to its queue again, and takes it from here, at once; false when there is none with this id. */
    public boolean replay(String id) {
        return take(id, (session, taken) -> {
            DeadLetter letter = letter(taken);
            TextMessage again = session.createTextMessage(letter.body());
            again.setStringProperty(Messages.ID, letter.messageId());
            try (MessageProducer producer = session.createProducer(session.createQueue(letter.queue()))) {
                producer.send(again);
            }
        });
    }

    /** Throws it away; false when there is none with this id. */
    public boolean discard(String id) {
        return take(id, (session, taken) -> {});
    }

    private boolean take(String id, End end) {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        return messages.together(session -> {
            String selector = "JMSMessageID = '" + id + "' AND " + FAILED_IN + " IS NOT NULL";
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE), selector)) {
                Message taken = consumer.receiveNoWait();
                if (taken != null) {
                    end.of(session, taken);
                }
                return taken != null;
            }
        });
    }

    private static DeadLetter letter(Message message) throws JMSException {
        return new DeadLetter(
                message.getJMSMessageID(),
                Optional.ofNullable(message.getStringProperty(FAILED_IN)).orElse(""),
                Optional.ofNullable(message.getStringProperty(Messages.ID)).orElse(""),
                message instanceof TextMessage text ? text.getText() : "",
                message.getJMSTimestamp());
    }
}
