package com.neighborbid.faults;

import com.neighborbid.load.ContractClient;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/** Strangers that flood the house, or never read what it sends, while members go on as ever. */
final class Abuse {
    private static final Logger LOG = System.getLogger(Abuse.class.getName());
    private static final int AT_ONCE = 700;
    private static final int GIANT = 1 << 20;
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final String UNDISTURBED = "members bid, pay and look as ever";

    private Abuse() {}

    static List<Fault> all() {
        return List.of(
                flood("a flood of connections", (stranger, auction) -> {}),
                flood("a flood of sockets that never read", Stranger::enter),
                flood("a flood of logins", (stranger, auction) -> stranger.guess()),
                flood("a flood of bids", Stranger::bid),
                flood("a flood of giant frames", (stranger, auction) -> {
                    stranger.enter(auction);
                    stranger.frame(GIANT);
                }),
                flood("a flood of malformed frames", (stranger, auction) -> {
                    stranger.enter(auction);
                    if (ThreadLocalRandom.current().nextBoolean()) {
                        stranger.frame(100);
                    }
                    stranger.noise();
                }));
    }

    private interface Deed {
        void by(Stranger stranger, String auction) throws IOException;
    }

    /** Members must be served while it goes on: it is what the recovery is measured in. */
    private static Fault flood(String name, Deed deed) {
        AtomicBoolean goesOn = new AtomicBoolean();
        return Fault.passing(
                name,
                UNDISTURBED,
                (e, which) -> {
                    goesOn.set(true);
                    int port = e.nginx().url().getPort();
                    String auction = ContractClient.visiting(e.nginx().url())
                            .get("/api/auctions?state=OPEN&limit=1")
                            .getJsonArray("items")
                            .getJsonObject(0)
                            .getString("id");
                    Thread crowd = new Thread(() -> flood(port, auction, deed, goesOn), "strangers");
                    crowd.setDaemon(true);
                    crowd.start();
                },
                (e, which) -> {
                    Until.passed(TIME);
                    goesOn.set(false);
                });
    }

    private static void flood(int port, String auction, Deed deed, AtomicBoolean goesOn) {
        List<Stranger> crowd = new ArrayList<>();
        while (goesOn.get()) {
            try {
                Stranger stranger = new Stranger(port);
                crowd.add(stranger);
                deed.by(stranger, auction);
            } catch (IOException turnedAway) {
                LOG.log(Level.DEBUG, "a stranger is turned away", turnedAway);
            }
            if (crowd.size() > AT_ONCE) {
                leave(crowd.remove(0));
            }
        }
        crowd.forEach(Abuse::leave);
    }

    private static void leave(Stranger stranger) {
        try {
            stranger.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a stranger's connection broke", e);
        }
    }
}
