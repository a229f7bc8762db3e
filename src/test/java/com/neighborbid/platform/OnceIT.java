package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.Soon;
import com.neighborbid.WholeWar;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the container: what is to happen once happens once, over PostgreSQL, the broker and back. */
@ExtendWith(ArquillianExtension.class)
class OnceIT {
    private static final long MEMBER = 1;

    @Inject
    private Outbox outbox;

    @Inject
    private IdempotentCall call;

    @Inject
    private Arrivals arrivals;

    @Resource(lookup = Messages.FACTORY)
    private ConnectionFactory factory;

    private final String text = UUID.randomUUID().toString();

    @Deployment
    static WebArchive house() {
        return WholeWar.with(OnceIT.class, Arrivals.class, ArrivalWorker.class);
    }

    @Test
    void messageLeavesWithItsTransactionAndArrivesOnce() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> arrivals.inOneTransaction(() -> {
                    outbox.add(ArrivalWorker.QUEUE, text + " taken back");
                    throw new IllegalStateException("the rest failed");
                }));
        arrivals.inOneTransaction(() -> outbox.add(ArrivalWorker.QUEUE, text));

        Soon.see(() -> arrivals.beginningWith(text), found -> found.equals(List.of(text)));
        Soon.see(arrivals::waiting, count -> count == 0);
        assertEquals(List.of(text), arrivals.beginningWith(text));
    }

    @Test
    void messageThatTheBrokerRepeatsHasItsEffectOnce() throws JMSException {
        try (JMSContext context = factory.createContext()) {
            for (String body : List.of(text, text, text + " after both")) {
                TextMessage message = context.createTextMessage(body);
                message.setStringProperty(Messages.ID, body);
                context.createProducer().send(context.createQueue(ArrivalWorker.QUEUE), message);
            }
        }

        Soon.see(() -> arrivals.beginningWith(text), found -> found.contains(text + " after both"));
        assertEquals(
                1, arrivals.beginningWith(text).stream().filter(text::equals).count());
    }

    @Test
    void repeatedCallIsAnsweredAsTheFirstTime() {
        Response first = call.run(MEMBER, text, "top up 1000", () -> receipt("first"));
        Response again = call.run(MEMBER, text, "top up 1000", () -> receipt("second"));

        assertEquals(first.getEntity(), again.getEntity());
        assertEquals("true", again.getHeaderString("Idempotent-Replayed"));
        assertEquals(List.of(text + "first"), arrivals.beginningWith(text));
        RejectedException other = assertThrows(
                RejectedException.class, () -> call.run(MEMBER, text, "top up 2000", () -> receipt("third")));
        assertEquals(CommonRejection.IDEMPOTENCY_MISMATCH, other.rejection());
    }

    @Test
    void refusalIsKeptAndItsEffectIsNot() {
        for (int time = 1; time <= 2; time++) {
            Response refused = call.run(MEMBER, text, "pay out", () -> {
                receipt("refused");
                throw new RejectedException(CommonRejection.NOT_FOUND);
            });
            assertEquals(CommonRejection.NOT_FOUND.status(), refused.getStatus());
            assertEquals(time == 1 ? null : "true", refused.getHeaderString("Idempotent-Replayed"));
        }
        assertEquals(List.of(), arrivals.beginningWith(text));
    }

    @Test
    void faultIsNotKept() {
        assertThrows(
                IllegalStateException.class,
                () -> call.run(MEMBER, text, "top up", () -> {
                    receipt("broken");
                    throw new IllegalStateException("broken");
                }));

        Response then = call.run(MEMBER, text, "top up", () -> receipt("whole"));

        assertEquals(201, then.getStatus());
        assertEquals(List.of(text + "whole"), arrivals.beginningWith(text));
    }

    private IdempotentCall.Answer receipt(String name) {
        arrivals.note(text + name);
        return new IdempotentCall.Answer(201, "{\"receipt\":\"" + name + "\"}");
    }
}
