package com.neighborbid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import com.neighborbid.WholeWar;
import com.neighborbid.auction.Lots;
import com.neighborbid.bidding.BidEngine;
import com.neighborbid.bidding.Paddles;
import com.neighborbid.bidding.PlaceBid;
import com.neighborbid.wallet.Purses;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the container: what JMX says of an instance while it works. */
@ExtendWith(ArquillianExtension.class)
class InstanceIT {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    @Inject
    private BidEngine engine;

    @Inject
    private Paddles paddles;

    @Inject
    private Purses purses;

    @Inject
    private Lots lots;

    @Deployment
    static WebArchive house() {
        return WholeWar.with(InstanceIT.class);
    }

    /** As a console reads it: on a thread of the JVM's own, which knows of no application. */
    private static Object told(String attribute) {
        return CompletableFuture.supplyAsync(() -> read(attribute), reading -> {
                    Thread reader = new Thread(reading, "jmx-reader");
                    reader.setContextClassLoader(ClassLoader.getPlatformClassLoader());
                    reader.start();
                })
                .join();
    }

    private static Object read(String attribute) {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("com.neighborbid:type=Instance"), attribute);
        } catch (JMException e) {
            throw new IllegalStateException(attribute, e);
        }
    }

    @Test
    void tellsItsBidsAndHowFastTheyWereAnswered() {
        long before = (Long) told("BidsAccepted");
        long mina = purses.memberWith(50_000);
        long bicycle = lots.bicycle(purses.memberWith(1), HOUR);
        paddles.issue(bicycle, mina, 30_000);
        engine.place(new PlaceBid(bicycle, mina, false, 12_000, "b1"))
                .toCompletableFuture()
                .join();
        // Counted by whoever answers, perhaps after the answer is here.
        Soon.see(() -> told("BidsAccepted"), accepted -> (Long) accepted == before + 1);
        double p99 = (Double) Soon.see(() -> told("AnswerMillisP99"), millis -> (Double) millis > 0);
        assertTrue(p99 >= (Double) told("AnswerMillisP50"));
    }

    @Test
    void tellsWhatWaitsInTheHouse() {
        List<String> queues = Soon.see(
                InstanceIT::queues, found -> found.containsAll(List.of("nb.bids", "nb.notices", "nb.settlement")));
        assertTrue(queues.stream().allMatch(queue -> queue.startsWith("nb.")), queues::toString);
        Soon.see(() -> (Long) told("RelayLagMillis"), lag -> lag >= 0);
        Soon.see(() -> (Long) told("OutboxMessages"), messages -> messages >= 0);
        assertEquals(40, told("DatabaseConnectionsMost"));
        assertTrue((Integer) told("DatabaseConnections") >= 0);
        assertTrue(Arrays.asList((String[]) told("Roles")).contains("worker"));
    }

    private static List<String> queues() {
        return ((TabularData) told("QueueDepths"))
                .values().stream()
                        .map(row -> (String) ((CompositeData) row).get("key"))
                        .toList();
    }
}
