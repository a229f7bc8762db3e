package com.neighborbid.launcher.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** All the neighbours: they move in one after the other, and from then on sell, bid, talk and confirm. */
final class Street {
    private final List<Member> arriving;
    private final Shelf shelf;
    private final List<Bot> bots;
    private final Receipts receipts;
    private final Runnable arrived;

    /** @param arrived told once all have moved in */
    Street(HouseClient house, Path dataDir, RandomGenerator chance, Consumer<String> say, Runnable arrived) {
        DemoState state = new DemoState(dataDir);
        Map<String, Member> members = new LinkedHashMap<>();
        Neighbour.all().forEach(who -> members.put(who.key(), new Member(house, who, state)));
        List<Member> active =
                members.values().stream().filter(member -> member.who().bot()).toList();
        this.arriving = new ArrayList<>(members.values());
        this.shelf = new Shelf(house, members, state, System::currentTimeMillis, chance, say);
        this.bots =
                active.stream().map(member -> new Bot(house, member, chance)).toList();
        this.receipts = new Receipts(active);
        this.arrived = arrived;
    }

    /**
     * Takes a step: a few calls at most.
     *
     * @throws HouseAway when a call found no house; the next step takes up what this one left
     */
    void step() throws InterruptedException {
        if (!arriving.isEmpty()) {
            arriving.get(0).arrive();
            arriving.remove(0);
            if (arriving.isEmpty()) {
                arrived.run();
            }
            return;
        }
        shelf.tend();
        long now = System.currentTimeMillis();
        for (Bot bot : bots) {
            bot.act(shelf.listings(), now);
        }
        receipts.tend(now);
    }

    /** All leave their rooms. */
    void goHome() {
        bots.forEach(Bot::goHome);
    }
}
