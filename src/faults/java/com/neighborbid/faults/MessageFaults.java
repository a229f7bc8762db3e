package com.neighborbid.faults;

import com.neighborbid.faults.BrokerDoor.Copy;
import com.neighborbid.platform.Ids;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Messages that come twice, in another order, late, or are nothing that anybody sent. */
final class MessageFaults {
    private static final List<String> QUEUES =
            List.of("nb.bids", "nb.settlement", "nb.notices", "nb.mail", "nb.account", "nb.photos");
    /** Long enough for an auction to end in it. */
    private static final Duration GATHERING = Duration.ofSeconds(6);

    /** Longer than Redis takes back what was decided before it was rebuilt (nb.bid.recovery.ms). */
    private static final Duration RECOVERED = Duration.ofMillis(2500);

    private static final Duration REBUILT_MOST = Duration.ofSeconds(20);
    private static final int AHEAD = 80;

    private MessageFaults() {}

    static List<Fault> all() {
        return List.of(doubled(), stale(), poisoned());
    }

    /** What the broker was given in some seconds it is given twice more, the last first. */
    static Fault doubled() {
        return Fault.lasting(
                "the broker's messages come twice and shuffled",
                "nothing is done twice, nobody is told twice",
                (e, which) -> {
                    BrokerDoor.open(e.engines().environment(), door -> door.beginCopies(QUEUES));
                    Until.passed(GATHERING);
                },
                (e, which) -> BrokerDoor.open(e.engines().environment(), door -> {
                    List<Copy> copies = door.endCopies(QUEUES);
                    if (copies.isEmpty()) {
                        throw new IllegalStateException("the broker was given nothing that could come twice");
                    }
                    Collections.reverse(copies);
                    for (Copy copy : copies) {
                        door.send(copy.queue(), copy.text(), copy.id());
                        door.send(copy.queue(), copy.text(), copy.id());
                    }
                }));
    }

    /** What a primary of Redis decided before it was replaced comes late: events of an older epoch, whose numbers are to come. */
    static Fault stale() {
        return Fault.lasting(
                "events of an older epoch come late",
                "the record refuses them",
                MessageFaults::awaitASecondEpoch,
                (e, which) -> BrokerDoor.open(e.engines().environment(), door -> {
                    for (String batch : batchesOfTheEpochBefore(e.engines())) {
                        door.send("nb.bids", batch, "late");
                    }
                }));
    }

    /** Has Redis lose all, unless it did before: an auction's first epoch has none before it. */
    private static void awaitASecondEpoch(Estate estate, int which) {
        if (batchesOfTheEpochBefore(estate.engines()).isEmpty()) {
            RedisFaults.loseDisk().strike().on(estate, which);
            Until.holds(
                    REBUILT_MOST,
                    () -> !batchesOfTheEpochBefore(estate.engines()).isEmpty(),
                    "no auction has a second epoch");
        }
        Until.passed(RECOVERED);
    }

    /** For every auction with an epoch before: maxima that nobody named, under the numbers of the next decisions. */
    private static List<String> batchesOfTheEpochBefore(Engines engines) {
        try (Books books = Books.open(engines.environment())) {
            return books.ask("""
                    SELECT l.auction_id, l.epoch - 1, l.n, l.leader, l.leader_member, l.leader_max, l.price, l.seq, l.ends_at
                    FROM bid_log l JOIN auction a ON a.id = l.auction_id
                    WHERE l.state = 'OPEN' AND a.state = 'OPEN' AND l.epoch > 1 AND l.leader IS NOT NULL""").stream().map(MessageFaults::batch).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the record does not tell its epochs", e);
        }
    }

    /** As the relay would have sent it. */
    static String batch(Books.Row row) {
        String auction = Ids.text(row.number(0));
        String member = Ids.text(row.number(4));
        List<String> events = new ArrayList<>();
        for (int ahead = 1; ahead <= AHEAD; ahead++) {
            events.add(String.join(
                    "|",
                    // Of no place in any outbox: nothing is missing before it, and no watermark moves.
                    "0 0-0 0-0 B",
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
        return String.join("\n", events);
    }

    /** Every queue is given texts that mean nothing; they end among the dead letters and hold up nobody. */
    static Fault poisoned() {
        return Fault.passing(
                "the broker's messages are poisoned",
                "the others go on",
                (e, which) -> BrokerDoor.open(e.engines().environment(), door -> {
                    for (String queue : QUEUES) {
                        for (String poison : List.of("", "{", "B|x|0|1", "\u0000")) {
                            door.send(queue, poison, "poison");
                        }
                        door.sendBytes(queue);
                    }
                }),
                Fault.Act.NOTHING);
    }
}
