package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import com.neighborbid.WholeWar;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the container: how fast and how fairly the outbox leaves, and what becomes of messages that failed too often. */
@ExtendWith(ArquillianExtension.class)
class MessagesIT {
    private static final Logger LOG = System.getLogger(MessagesIT.class.getName());
    private static final int BURST = 5000;
    private static final int ONE_BY_ONE = 300;
    /** What a message has to wait for, at the very least, is not half of the backlog. */
    private static final int FAIR = BURST / 2;

    private static final String FAILING = "nb.test.failing";

    @Inject
    private Outbox outbox;

    @Inject
    private Messages messages;

    @Inject
    private DeadLetters dead;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Time time;

    @Resource(lookup = Messages.FACTORY)
    private ConnectionFactory factory;

    private final String text = UUID.randomUUID().toString();

    @Deployment
    static WebArchive house() {
        return WholeWar.with(
                MessagesIT.class,
                Arrivals.class,
                ArrivalWorker.class,
                Tally.class,
                TallyWorker.class,
                UrgentWorker.class);
    }

    @Test
    void burstLeavesFastAndASettlementBehindItDoesNotWait() throws JMSException {
        long begun = time.ticks();
        sendOneByOne(ONE_BY_ONE);
        double before = perSecond(ONE_BY_ONE, begun);
        Soon.see(Tally.NOTICES::get, count -> count == ONE_BY_ONE);
        Tally.NOTICES.set(0);

        begun = time.ticks();
        arrivals.inOneTransaction(() -> {
            IntStream.range(0, BURST).forEach(i -> outbox.add(TallyWorker.QUEUE, text + i));
            outbox.add(UrgentWorker.QUEUE, text);
        });
        double written = seconds(begun);
        begun = time.ticks();
        Soon.see(arrivals::waiting, count -> count == 0);
        double left = seconds(begun);
        Soon.see(Tally.NOTICES::get, count -> count >= BURST);
        double after = perSecond(BURST, begun);

        LOG.log(
                Level.INFO,
                "A sync for each message: {0} a second; outbox to receiver: {1} a second ({2}, written in {3} s,"
                        + " all with the broker after {4} s); notices before the settlement: {5}",
                before,
                after,
                BURST,
                written,
                left,
                Tally.NOTICES_BEFORE_A_SETTLEMENT);
        assertEquals(BURST, Tally.NOTICES.get());
        assertTrue(after > 2 * before, () -> after + " against " + before);
        assertEquals(1, Tally.NOTICES_BEFORE_A_SETTLEMENT.size());
        assertTrue(Tally.NOTICES_BEFORE_A_SETTLEMENT.get(0) < FAIR, Tally.NOTICES_BEFORE_A_SETTLEMENT::toString);
    }

    @Test
    void whatIsTakenBackIsNotSent() {
        assertThrows(
                IllegalStateException.class,
                () -> messages.together(session -> {
                    TextMessage message = session.createTextMessage(text + " taken back");
                    message.setStringProperty(Messages.ID, text + " taken back");
                    session.createProducer(session.createQueue(ArrivalWorker.QUEUE))
                            .send(message);
                    throw new IllegalStateException("the rest failed");
                }));
        // The pool gives the same session again.
        messages.send(List.of(new Messages.Outgoing(ArrivalWorker.QUEUE, text, text)));

        Soon.see(() -> arrivals.beginningWith(text), found -> !found.isEmpty());
        assertEquals(List.of(text), arrivals.beginningWith(text));
    }

    @Test
    void deadLetterIsReplayedToItsQueueUnderItsId() throws JMSException {
        DeadLetter letter = kill(text);
        assertEquals(FAILING, letter.queue());
        assertEquals(text, letter.messageId());
        assertEquals("body of " + text, letter.body());
        long count = dead.count();

        assertTrue(dead.replay(letter.id()));

        assertEquals(count - 1, dead.count());
        try (JMSContext context = factory.createContext()) {
            TextMessage again = (TextMessage)
                    context.createConsumer(context.createQueue(FAILING)).receive(TimeUnit.SECONDS.toMillis(10));
            assertEquals("body of " + text, again.getText());
            assertEquals(text, Messages.idOf(again));
        }
        assertFalse(dead.replay(letter.id()), "it is not there any more");
    }

    @Test
    void deadLetterIsDiscardedAlone() throws JMSException {
        DeadLetter first = kill(text + " first");
        DeadLetter second = kill(text + " second");

        assertTrue(dead.discard(first.id()));

        assertFalse(dead.discard(first.id()));
        assertFalse(dead.discard("ID:x' OR '1' = '1"));
        List<String> left =
                dead.list(DeadLetters.MOST).stream().map(DeadLetter::id).toList();
        assertFalse(left.contains(first.id()));
        assertTrue(left.contains(second.id()));
        assertEquals(1, dead.list(1).size());
        assertTrue(dead.discard(second.id()));
    }

    /** Has the broker itself take a message to the dead letters, as it does after the last attempt. */
    private DeadLetter kill(String id) throws JMSException {
        messages.send(List.of(new Messages.Outgoing(FAILING, id, "body of " + id)));
        try (JMSContext context = factory.createContext()) {
            TextMessage order = context.createTextMessage("[\"nbId = '" + id + "'\"]");
            order.setStringProperty("_AMQ_ResourceName", "queue." + FAILING);
            order.setStringProperty("_AMQ_OperationName", "sendMessagesToDeadLetterAddress");
            context.createProducer().send(context.createQueue("activemq.management"), order);
        }
        return Soon.see(
                        () -> dead.list(DeadLetters.MOST).stream()
                                .filter(letter -> letter.messageId().equals(id))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    /** As the relay once did. */
    private void sendOneByOne(int count) throws JMSException {
        try (JMSContext context = factory.createContext()) {
            for (int i = 0; i < count; i++) {
                context.createProducer().send(context.createQueue(TallyWorker.QUEUE), context.createTextMessage(text));
            }
        }
    }

    private double perSecond(int count, long begun) {
        return count / seconds(begun);
    }

    private double seconds(long begun) {
        return (time.ticks() - begun) / 1e9;
    }
}
