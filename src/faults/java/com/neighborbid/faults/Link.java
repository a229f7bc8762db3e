package com.neighborbid.faults;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One link of the house: a port that leads to a server's, and what is wrong with it just now. Safe for any thread; the
 * connections themselves live on the thread of {@link Links}.
 */
final class Link {
    private final Links links;
    private final String name;
    private final int port;
    private final int target;
    private final Supplier<Tap> tap;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean cut;
    private volatile Set<Way> held = EnumSet.noneOf(Way.class);
    private volatile long slowNanos;

    Link(Links links, String name, int port, int target, Supplier<Tap> tap) {
        this.links = links;
        this.name = name;
        this.port = port;
        this.target = target;
        this.tap = tap;
    }

    String name() {
        return name;
    }

    /** Where clients connect. */
    int port() {
        return port;
    }

    /** Where that leads. */
    int target() {
        return target;
    }

    /** Connections that are open now. */
    int connections() {
        return open.get();
    }

    /** Breaks every connection and every new one, as a server that is gone does. */
    void cut() {
        cut = true;
        links.each(this, Connection::reset);
    }

    /** From now on nothing arrives on these ways, and no end of a connection hears of it. */
    void hold(Set<Way> ways) {
        held = EnumSet.copyOf(ways);
        links.each(this, Connection::interest);
    }

    /** Every chunk takes so long on each way. */
    void slow(long millis) {
        slowNanos = millis * 1_000_000;
    }

    /** Of every open connection the server's end is closed, and the client is not told; new ones are as ever. */
    void halfOpen() {
        links.each(this, Connection::forgetServer);
    }

    /** Of every open connection the client's end is closed, and the server is not told; new ones are as ever. */
    void loseClients() {
        links.each(this, Connection::forgetClient);
    }

    /** All is well again; connections that are broken or half open stay so. */
    void heal() {
        cut = false;
        slowNanos = 0;
        held = EnumSet.noneOf(Way.class);
        links.each(this, Connection::interest);
    }

    boolean isCut() {
        return cut;
    }

    boolean holds(Way way) {
        return held.contains(way);
    }

    long slowNanos() {
        return slowNanos;
    }

    Tap newTap() {
        return tap.get();
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    @Override
    public String toString() {
        return name;
    }
}
