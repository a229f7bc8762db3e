package com.neighborbid.load;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A watcher under load: checks that every frame follows the one before, and times each bid's way to it. */
class RoomVisitor implements RoomListener, RoomEvents {
    private final LoadRoom room;
    private final RoomReader reader;
    private final CompletableFuture<RoomVisitor> welcomed = new CompletableFuture<>();
    private final CompletableFuture<RoomVisitor> left = new CompletableFuture<>();
    private volatile @Nullable RoomSocket socket;
    private volatile boolean leaving;
    private long seq;

    RoomVisitor(LoadRoom room) {
        this.room = room;
        this.reader = new RoomReader(this, room.memo());
    }

    final LoadRoom room() {
        return room;
    }

    /** Done once the first frame has come, failed if the socket was lost before. */
    final CompletableFuture<RoomVisitor> welcomed() {
        return welcomed;
    }

    /** Closes the socket; {@link #left()} is done when the house has closed it too. From any thread. */
    final void leave() {
        leaving = true;
        RoomSocket open = socket;
        if (open != null) {
            open.close();
        }
    }

    /** Done once the socket is closed, whoever closed it. */
    final CompletableFuture<RoomVisitor> left() {
        return left;
    }

    /** The socket; null before it is open. */
    final @Nullable RoomSocket socket() {
        return socket;
    }

    @Override
    public final void opened(RoomSocket opened) {
        socket = opened;
    }

    @Override
    public final void text(byte[] bytes, int from, int length) {
        reader.read(bytes, from, length);
    }

    @Override
    public final void closed(int code, String reason) {
        if (!leaving) {
            room.lost();
        }
        welcomed.completeExceptionally(new ContractException("socket closed: " + code + " " + reason));
        left.complete(this);
    }

    @Override
    public final void welcome(Welcome welcome) {
        seq = welcome.seq();
        room.seen(welcome.next());
        welcomed.complete(this);
    }

    @Override
    public final void bids(BidFrame frame) {
        long now = System.nanoTime();
        if (!frame.continues(seq)) {
            room.broke();
        }
        seq = frame.lastSeq();
        room.seen(frame.next());
        Tally tally = room.tally();
        tally.frame(room.sentAt(frame.amounts()[0]));
        for (long amount : frame.amounts()) {
            tally.delivered(room.sentAt(amount), now);
        }
    }

    @Override
    public final void recorded(long recordedSeq) {
        room.recorded(recordedSeq, System.nanoTime());
    }

    @Override
    public final void error(String code, String ref) {
        room.tally().error();
    }
}
