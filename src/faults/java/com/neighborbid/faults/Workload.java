package com.neighborbid.faults;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.ContractException;
import com.neighborbid.load.Seat;
import com.neighborbid.load.SocketLoop;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What clients do while the house breaks: bid and proxy at a steady rate, offer auctions and let them end, take paddles,
 * raise and lower them and give them back, top up, and look. Each asks again what was not answered.
 */
final class Workload implements AutoCloseable, Ears {
    private static final Logger LOG = System.getLogger(Workload.class.getName());
    private static final int LASTING = 2;
    private static final int SHORT_OPEN = 4;
    private static final long OFFER_PAUSE_MILLIS = 500;
    private static final long MONEY_PAUSE_MILLIS = 100;
    private static final long PAGE_PAUSE_MILLIS = 100;
    private static final long BEAT_MILLIS = 1000;
    private static final long TOP_UP = 10_000;
    private static final long LIMIT_STEP = 500;
    private static final Duration CALL_PATIENCE = Duration.ofSeconds(5);
    private static final Duration ENTRY_PATIENCE = Duration.ofSeconds(30);
    private static final long END_SECONDS = 130;

    private final History history = new History();
    private final List<Bidder> bidders = new CopyOnWriteArrayList<>();
    private final List<Ears> ears = new CopyOnWriteArrayList<>();
    private final Queue<Disturbance> disturbances = new ConcurrentLinkedQueue<>();
    private final SocketLoop loop = SocketLoop.start("bidders");
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
    private final ContractClient visitor;
    private final Auctioneer auctioneer;
    private final Random random;
    private final long gapNanos;
    private volatile boolean offering = true;
    private volatile boolean bidding = true;
    private int turn;

    /** A page that somebody asked for once and did not get. */
    record Disturbance(long askedNanos, String what) {}

    /** @param bidsASecond of all bidders together */
    Workload(URI house, Random random, int bidsASecond) {
        this.random = random;
        gapNanos = TimeUnit.SECONDS.toNanos(1) / bidsASecond;
        visitor = ContractClient.visiting(house, CALL_PATIENCE);
        auctioneer = new Auctioneer(visitor, history, random);
    }

    /** Begins; returns when bidders are in the lasting rooms. */
    void begin() {
        for (int i = 0; i < LASTING; i++) {
            enter(auctioneer.offerLasting());
        }
        Until.holds(ENTRY_PATIENCE, () -> bidders.stream().allMatch(Bidder::isIn), "bidders are not let in");
        every(OFFER_PAUSE_MILLIS, this::offer);
        every(MONEY_PAUSE_MILLIS, this::moveMoney);
        every(PAGE_PAUSE_MILLIS, this::readPage);
        loop.execute(() -> bidNext(System.nanoTime()));
        loop.execute(this::beat);
    }

    private void beat() {
        bidders.stream().filter(bidder -> !bidder.isClosed() || bidder.waits()).forEach(Bidder::beat);
        loop.after(BEAT_MILLIS, this::beat);
    }

    private void every(long millis, Runnable work) {
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (ContractException outOfOrder) {
                        LOG.log(Level.DEBUG, "not now", outOfOrder);
                    } catch (RuntimeException mistake) {
                        history.contradiction("the workload itself failed: " + mistake);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void enter(Sale sale) {
        List<Bidder> entering = new ArrayList<>();
        sale.seats().forEach(seat -> entering.add(new Bidder(loop, sale, seat, history, this)));
        loop.execute(() -> entering.forEach(Bidder::join));
        bidders.addAll(entering);
    }

    private void offer() {
        if (offering && auctioneer.openForAWhile() < SHORT_OPEN) {
            enter(auctioneer.offerShort());
        }
    }

    private void moveMoney() {
        long asked = System.nanoTime();
        ContractClient member =
                auctioneer.members().get(random.nextInt(auctioneer.members().size()));
        String key = UUID.randomUUID().toString();
        Answer payment = Insistence.on(() -> member.pay(TOP_UP, "KRW", key));
        if (payment.status() == 201 && payment.body().getString("status").equals("CAPTURED")) {
            history.paid(member.member(), TOP_UP);
        } else {
            history.contradiction("a payment: " + payment);
        }
        changeALimit();
        moneyMoved(asked);
    }

    private void changeALimit() {
        List<Sale> open = auctioneer.sales().stream().filter(Sale::isOpen).toList();
        List<Seat> seats = open.isEmpty()
                ? List.of()
                : open.get(random.nextInt(open.size())).seats();
        if (seats.isEmpty()) {
            return;
        }
        Seat seat = seats.get(random.nextInt(seats.size()));
        String auction = open.stream()
                .filter(sale -> sale.seats().contains(seat))
                .findFirst()
                .orElseThrow()
                .auction();
        long wanted = seat.limit() + (random.nextInt(3) == 0 ? -LIMIT_STEP : LIMIT_STEP);
        if (Insistence.on(() -> seat.member().askPaddle(auction, wanted)).status() == 200) {
            seat.limit(wanted);
        }
    }

    private void readPage() {
        long asked = System.nanoTime();
        String path = "/api/auctions/" + auctioneer.sales().get(0).auction();
        try {
            Answer answer = visitor.call("GET", path, null);
            if (answer.status() == 200) {
                pageRead(asked);
            } else {
                disturbances.add(new Disturbance(asked, path + ": " + answer.status()));
            }
        } catch (ContractException e) {
            disturbances.add(new Disturbance(asked, path + ": " + e.getMessage()));
        }
    }

    private void bidNext(long due) {
        if (!bidding) {
            return;
        }
        List<Bidder> open =
                bidders.stream().filter(bidder -> !bidder.isClosed()).toList();
        for (int tried = 0; tried < open.size(); tried++) {
            turn = (turn + 1) % open.size();
            if (open.get(turn).bid()) {
                break;
            }
        }
        long next = Math.max(due + gapNanos, System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
        loop.at(next, () -> bidNext(next));
    }

    History history() {
        return history;
    }

    Auctioneer auctioneer() {
        return auctioneer;
    }

    /** Pages that were not got since then. */
    List<Disturbance> disturbancesSince(long nanos) {
        return disturbances.stream().filter(one -> one.askedNanos() >= nanos).toList();
    }

    /** How many sockets have ended without a close frame so far. */
    int dropped() {
        return bidders.stream().mapToInt(Bidder::dropped).sum();
    }

    /** Begins to watch how the house recovers from what was mended, or broken, just now. */
    Recovery recoveryFromNow() {
        Recovery recovery =
                new Recovery(auctioneer.sales().stream().filter(Sale::lasting).toList());
        ears.add(recovery);
        return recovery;
    }

    /** Offers nothing and asks nothing more; what is on its way goes on until it is answered. */
    void stop() {
        offering = false;
        bidding = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("calls that do not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether every call has its answer and every client has heard its auction's end. */
    boolean isDrained() {
        return bidders.stream().allMatch(bidder -> !bidder.waits() && bidder.isClosed());
    }

    /** What keeps it from being drained. */
    String rest() {
        return bidders.stream().filter(Bidder::waits).count() + " bids have no answer, "
                + bidders.stream().filter(bidder -> !bidder.isClosed()).count() + " clients have not heard the end";
    }

    /** How often a room showed bids that do not follow those before. */
    int breaks() {
        return bidders.stream().mapToInt(Bidder::breaks).sum();
    }

    @Override
    public void answered(Sale sale, BidCall call) {
        ears.forEach(each -> each.answered(sale, call));
    }

    @Override
    public void recorded(Sale sale, long seq) {
        ears.forEach(each -> each.recorded(sale, seq));
    }

    @Override
    public void moneyMoved(long askedNanos) {
        ears.forEach(each -> each.moneyMoved(askedNanos));
    }

    @Override
    public void pageRead(long askedNanos) {
        ears.forEach(each -> each.pageRead(askedNanos));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        loop.execute(() -> bidders.forEach(Bidder::leave));
        loop.close();
    }
}
