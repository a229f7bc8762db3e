package com.neighborbid.live;

import com.neighborbid.bidding.BidOutcome;
import com.neighborbid.bidding.BidRejection;
import com.neighborbid.bidding.PlaceBid;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.RequestId;
import com.neighborbid.platform.Traces;
import com.neighborbid.platform.Work;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One socket in an auction's room, from its welcome to its end: turns frames into commands and answers into frames. Who
 * may come in was settled by {@link HandshakeFilter}; whether a bid counts is for the engine. The methods are called one
 * after another, and none but {@link #enter} blocks.
 */
final class Visit implements SocketOwner {
    private static final long ABUSE_WINDOW_MS = 10_000;

    private final Visits visits;
    private final long auction;
    private final Watcher watcher;
    private final Room.@Nullable Position position;

    /** @param position where it left off, null when it is new */
    Visit(Visits visits, long auction, Watcher watcher, Room.@Nullable Position position) {
        this.visits = visits;
        this.auction = auction;
        this.watcher = watcher;
        this.position = position;
    }

    /** Takes its seat; the welcome follows. */
    void enter() {
        visits.seat(auction, watcher, position);
    }

    @Override
    public void text(String text) {
        try (RequestId.Scope named = RequestId.enter(watcher.nextWork())) {
            take(text);
        }
    }

    @Override
    public void binary() {
        watcher.heard(visits.steady());
        fault(FrameError.MALFORMED, null);
    }

    @Override
    public void pong(ByteBuffer data) {
        watcher.pong(data, visits.steady());
    }

    @Override
    public void close() {
        visits.rooms().leave(auction, watcher);
    }

    private void take(String text) {
        watcher.heard(visits.steady());
        if (watcher.isClosed()) {
            // Its answer would be lost; the client asks again, with the same ref, where it comes back.
            return;
        }
        if (FrameSize.isTooLong(text)) {
            fault(FrameError.TOO_LARGE, null);
            return;
        }
        ClientFrame frame = ClientFrame.parse(text);
        if (frame instanceof ClientFrame.Bid bid) {
            bid(bid);
        } else if (frame instanceof ClientFrame.Ping ping) {
            watcher.send(Frames.pong(ping.t(), visits.now()));
        } else if (frame instanceof ClientFrame.Chat line) {
            chat(line);
        } else if (frame instanceof ClientFrame.Malformed malformed) {
            fault(FrameError.MALFORMED, malformed.ref());
        }
    }

    private void bid(ClientFrame.Bid frame) {
        MemberPrincipal member = watcher.member();
        if (member == null) {
            fault(FrameError.UNAUTHENTICATED, frame.ref());
            return;
        }
        Optional<PlaceBid> command = frame.command(auction, member.id());
        if (command.isEmpty()) {
            refuse(frame.ref(), BidRejection.MALFORMED);
        } else if (!visits.rates().allows(member.id())) {
            refuse(frame.ref(), BidRejection.RATE_LIMITED);
        } else {
            place(command.get());
        }
    }

    private void place(PlaceBid bid) {
        watcher.asks();
        Span span = Traces.begin("bid frame", SpanKind.SERVER);
        try (RequestId.Scope traced = new Work(RequestId.current(), span).resume()) {
            visits.engine().place(bid).thenAccept(outcome -> {
                watcher.answer(Frames.outcome(bid.ref(), outcome));
                span.end();
            });
        }
    }

    private void refuse(String ref, BidRejection code) {
        watcher.send(Frames.outcome(ref, new BidOutcome.Rejected(code, null)));
        closeIfAbusive();
    }

    private void chat(ClientFrame.Chat line) {
        MemberPrincipal member = watcher.member();
        if (member == null) {
            fault(FrameError.UNAUTHENTICATED, line.ref());
        } else if (!visits.chat().mayTalk(member)
                || !visits.saySoon(() -> visits.chat().say(auction, member, line.text()))) {
            fault(FrameError.RATE_LIMITED, line.ref());
        }
    }

    private void fault(FrameError error, @Nullable String ref) {
        watcher.send(Frames.error(error, ref));
        closeIfAbusive();
    }

    private void closeIfAbusive() {
        if (watcher.isAbusive(visits.steady(), ABUSE_WINDOW_MS, visits.faultsMost())) {
            watcher.close(Closing.ABUSE);
        }
    }
}
