package com.neighborbid.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fills a house for a run: a seller, members with money, auctions with paddles, and the sockets of all of them. */
final class Crowd implements AutoCloseable {
    static final int HANDSHAKES_AT_ONCE = 64;
    private static final int CALLS_AT_ONCE = 8;
    private static final long PATIENCE_SECONDS = 120;
    private static final long TOP_UP = 1_000_000_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final ContractClient visitor;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final SocketLoop loop;
    private final ExecutorService calls = Executors.newFixedThreadPool(CALLS_AT_ONCE);
    private final List<ContractClient> members;
    private final ContractClient seller;
    private final String category;

    Crowd(URI house, SocketLoop loop, int memberCount) {
        this.loop = loop;
        visitor = ContractClient.visiting(house);
        category = visitor.anyCategory();
        seller = member(0);
        members = together(memberCount, i -> fundedMember(i + 1));
    }

    ContractClient visitor() {
        return visitor;
    }

    SocketLoop loop() {
        return loop;
    }

    /** Opens so many auctions with so many bidders each, all of them in their rooms, who may bid up to the limit. */
    List<LoadRoom> rooms(int count, int biddersEach, long limit) {
        List<LoadRoom> rooms = together(count, i -> new LoadRoom(seller.offer(lot(i))));
        int all = count * biddersEach;
        // Distinct in a room, and no member twice as long as there are enough of them.
        List<ContractClient> bidders = together(all, i -> {
            ContractClient member = members.get((i / count + i % count * biddersEach) % members.size());
            member.paddle(rooms.get(i % count).auction(), limit);
            return member;
        });
        enter(all, i -> {
            LoadRoom room = rooms.get(i % count);
            LoadBidder bidder = new LoadBidder(room);
            room.add(bidder);
            loop.connect(visitor.room(room.auction()), bidders.get(i).token(), bidder);
            return bidder;
        });
        return rooms;
    }

    /** Brings so many watchers without a session into the room. */
    Watchers watch(LoadRoom room, int count) {
        long before = System.nanoTime();
        List<RoomVisitor> watchers = enter(count, i -> {
            RoomVisitor watcher = new RoomVisitor(room);
            loop.connect(visitor.room(room.auction()), null, watcher);
            return watcher;
        });
        return new Watchers(watchers, count / ((System.nanoTime() - before) / 1e9));
    }

    /** Opens so many auctions to which nobody comes. */
    void offer(int count) {
        together(count, i -> seller.offer(lot(i)));
    }

    /** Does nothing for a while. */
    void rest(Duration duration) {
        CountDownLatch rested = new CountDownLatch(1);
        loop.after(duration.toMillis(), rested::countDown);
        try {
            if (!rested.await(2 * duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ContractException("the load program itself is overloaded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException("interrupted at rest", e);
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }

    private NewAuction lot(int number) {
        long endsAt = System.currentTimeMillis() + DAY_MILLIS;
        String title = "Load " + run + " lot " + number;
        return new NewAuction(title, category, "KRW", LoadRoom.START_PRICE, LoadRoom.INCREMENT, 0, endsAt, 0);
    }

    private ContractClient member(int number) {
        String email = "load-" + run + "-" + number + "@example.com";
        String password = "a long enough pass phrase " + run;
        visitor.register(email, password, "Load " + number);
        return visitor.login(email, password);
    }

    private ContractClient fundedMember(int number) {
        ContractClient member = member(number);
        member.topUp(TOP_UP, "KRW");
        return member;
    }

    private List<RoomVisitor> enter(int count, Numbered<RoomVisitor> connect) {
        Semaphore free = new Semaphore(HANDSHAKES_AT_ONCE);
        List<RoomVisitor> visitors = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                free.acquire();
                RoomVisitor visitor = connect.make(i);
                visitor.welcomed().whenComplete((welcomed, failure) -> free.release());
                visitors.add(visitor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException("interrupted while entering", e);
        }
        visitors.forEach(visitor -> await(visitor.welcomed()));
        return visitors;
    }

    /** Waits until a socket has come to this, two minutes at most. */
    static void await(Future<RoomVisitor> done) {
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException("interrupted at a room's door", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ContractException("could not enter or leave a room", e);
        }
    }

    private <T> List<T> together(int count, Numbered<T> work) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            tasks.add(() -> work.make(number));
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : calls.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException("interrupted while filling the house", e);
        } catch (ExecutionException e) {
            throw new ContractException("could not fill the house: " + e.getCause(), e);
        }
    }

    /** Makes the thing with this number, from 0. */
    private interface Numbered<T> {
        T make(int number);
    }
}
