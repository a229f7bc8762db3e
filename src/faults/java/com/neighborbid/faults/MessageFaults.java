package com.neighborbid.faults;

import com.neighborbid.faults.Instance.Backend;
import com.neighborbid.platform.Ids;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Messages that come twice, in another order, or are nothing that anybody sent. */
final class MessageFaults {
    private static final List<String> QUEUES =
            List.of("nb.bids", "nb.settlement", "nb.notices", "nb.mail", "nb.account", "nb.photos");
    private static final Duration GATHERING = Duration.ofMillis(5000);

    private static final Duration LATE = Duration.ofSeconds(8);
    private static final int AHEAD = 60;
    private static final int AHEAD_STEP = 3;

    private MessageFaults() {}

    static List<Fault> all() {
        return List.of(doubled(), stale(), poisoned());
    }

    /** What waits for the workers comes again, the last first, after it has come. */
    static Fault doubled() {
        return Fault.passing(
                "the broker's messages come twice and shuffled",
                "nothing is done twice, nobody is told twice",
                (e, which) -> {
                    e.web().forEach(instance -> instance.link(Backend.BROKER).hold(EnumSet.of(Way.TO_CLIENT)));
                    try {
                        Until.passed(GATHERING);
                        in(e.engines().environment(), session -> {
                            for (String queue : QUEUES) {
                                sendAgain(session, queue);
                            }
                        });
                    } finally {
                        e.web()
                                .forEach(instance ->
                                        instance.link(Backend.BROKER).heal());
                    }
                },
                Fault.Act.NOTHING);
    }

    /** What a primary of Redis decided before it was replaced comes late: events of an older epoch, whose numbers are to come. */
    static Fault stale() {
        return Fault.passing(
                "events of an older epoch come late",
                "the record refuses them",
                (e, which) -> {
                    List<String> late = eventsOfTheEpochBefore(e.engines());
                    in(e.engines().environment(), session -> {
                        try (MessageProducer producer = session.createProducer(session.createQueue("nb.bids"))) {
                            for (String event : late) {
                                producer.send(session.createTextMessage(event));
                            }
                        }
                    });
                },
                (e, which) -> Until.passed(LATE));
    }

    /** For every auction with an epoch before: maxima that nobody named, under the numbers of the next decisions. */
    private static List<String> eventsOfTheEpochBefore(Engines engines) {
        try (Books books = Books.open(engines.environment())) {
            List<String> events = new ArrayList<>();
            for (Books.Row row : books.ask("""
                    SELECT l.auction_id, l.epoch - 1, l.n, l.leader, l.leader_member, l.leader_max, l.price, l.seq, l.ends_at
                    FROM bid_log l JOIN auction a ON a.id = l.auction_id
                    WHERE l.state = 'OPEN' AND a.state = 'OPEN' AND l.epoch > 1 AND l.leader IS NOT NULL""")) {
                String auction = Ids.text(row.number(0));
                String member = Ids.text(row.number(4));
                for (int ahead = 1; ahead <= AHEAD; ahead += AHEAD_STEP) {
                    events.add(String.join(
                            "|",
                            "0 0-0 B",
                            auction,
                            row.get(1),
                            Long.toString(row.number(2) + ahead),
                            Long.toString(System.currentTimeMillis()),
                            member,
                            row.get(3),
                            "M",
                            row.get(5),
                            row.get(3),
                            member,
                            row.get(5),
                            row.get(6),
                            row.get(7),
                            row.get(8),
                            Long.toString(row.number(6) + Auctioneer.INCREMENT),
                            "",
                            "",
                            "stale" + ahead));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("the record does not tell its epochs", e);
        }
    }

    /** Every queue is given texts that mean nothing; they end among the dead letters and hold up nobody. */
    static Fault poisoned() {
        return Fault.passing(
                "the broker's messages are poisoned",
                "the others go on",
                (e, which) -> in(e.engines().environment(), session -> {
                    for (String queue : QUEUES) {
                        MessageProducer producer = session.createProducer(session.createQueue(queue));
                        for (String poison : List.of("", "{", "B|x|0|1", "\u0000")) {
                            producer.send(session.createTextMessage(poison));
                        }
                        producer.send(session.createBytesMessage());
                    }
                }),
                Fault.Act.NOTHING);
    }

    private static void sendAgain(Session session, String name) throws JMSException {
        Queue queue = session.createQueue(name);
        List<TextMessage> waiting = new ArrayList<>();
        try (QueueBrowser browser = session.createBrowser(queue)) {
            Collections.list(browser.getEnumeration()).forEach(message -> {
                if (message instanceof TextMessage text) {
                    waiting.add(text);
                }
            });
        }
        Collections.reverse(waiting);
        try (MessageProducer producer = session.createProducer(queue)) {
            for (TextMessage text : waiting) {
                TextMessage copy = session.createTextMessage(text.getText());
                copy.setStringProperty("nbId", text.getStringProperty("nbId"));
                producer.send(copy);
                producer.send(copy);
            }
        }
    }

    private interface Work {
        void in(Session session) throws JMSException;
    }

    private static void in(Map<String, String> environment, Work work) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(environment.get("NB_JMS_URL"));
                Connection connection =
                        factory.createConnection(environment.get("NB_MQ_USER"), environment.get("NB_MQ_PASSWORD"));
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            work.in(session);
            session.commit();
        } catch (JMSException e) {
            throw new IllegalStateException("the broker's messages cannot be tampered with: " + e.getMessage(), e);
        }
    }
}
