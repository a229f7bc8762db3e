package com.neighborbid.live;

import com.neighborbid.bidding.BidEngine;
import com.neighborbid.bidding.BidOutcome;
import com.neighborbid.bidding.BidRates;
import com.neighborbid.bidding.BidRejection;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.PlaceBid;
import com.neighborbid.bidding.Snapshot;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RequestId;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.Traces;
import com.neighborbid.platform.UnavailableException;
import com.neighborbid.platform.Work;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A socket in an auction's room: turns frames into commands and answers into frames. Who may come in was settled by
 * {@link HandshakeFilter}; whether a bid counts is for the engine.
 */
@ServerEndpoint("/ws/auctions/{auction}")
public class AuctionSocket {
    private static final Logger LOG = System.getLogger(AuctionSocket.class.getName());
    private static final long ABUSE_WINDOW_MS = 10_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rooms rooms;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidEngine engine;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidRates rates;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Chat chat;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lanes lanes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    private long auction;

    @SuppressWarnings("NullAway.Init")
    private Watcher watcher;

    @OnOpen
    public void open(Session session, @PathParam("auction") String id) {
        auction = Ids.parse(id).orElseThrow();
        session.setMaxTextMessageBufferSize(FrameSize.LONGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(FrameSize.LONGEST_MESSAGE);
        MemberPrincipal member = session.getUserPrincipal() instanceof MemberPrincipal known ? known : null;
        SendQueue queue = new SendQueue(session, lanes.closers(), config.unreadBytesMost());
        watcher = new Watcher(Ids.text(Ids.next(time)), member, queue, time.now());
        try {
            rooms.join(auction, watcher, position(session), member == null ? null : own(member));
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "A socket could not be seated: {0}", e.getMessage());
            watcher.close(Closing.TRY_LATER);
        }
    }

    @OnMessage(maxMessageSize = FrameSize.LONGEST_MESSAGE)
    public void text(String text) {
        try (RequestId.Scope named = RequestId.enter(watcher.nextWork())) {
            take(text);
        }
    }

    private void take(String text) {
        long now = time.now();
        watcher.heard(now);
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
            watcher.send(Frames.pong(ping.t(), now));
        } else if (frame instanceof ClientFrame.Chat line) {
            chat(line);
        } else if (frame instanceof ClientFrame.Malformed malformed) {
            fault(FrameError.MALFORMED, malformed.ref());
        }
    }

    @OnMessage(maxMessageSize = FrameSize.LONGEST_MESSAGE)
    public void binary(byte[] data) {
        watcher.heard(time.now());
        fault(FrameError.MALFORMED, null);
    }

    @OnMessage
    public void pong(PongMessage pong) {
        watcher.pong(pong.getApplicationData(), time.now());
    }

    @OnClose
    public void close() {
        rooms.leave(auction, watcher);
    }

    @OnError
    public void error(Throwable error) {
        LOG.log(Level.DEBUG, "A socket failed", error);
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
        } else if (!rates.allows(member.id())) {
            refuse(frame.ref(), BidRejection.RATE_LIMITED);
        } else {
            place(command.get());
        }
    }

    private void place(PlaceBid bid) {
        watcher.asks();
        Span span = Traces.begin("bid frame", SpanKind.SERVER);
        try (RequestId.Scope traced = new Work(RequestId.current(), span).resume()) {
            engine.place(bid).thenAccept(outcome -> {
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
        } else if (!chat.say(auction, member, line.text())) {
            fault(FrameError.RATE_LIMITED, line.ref());
        }
    }

    private void fault(FrameError error, @Nullable String ref) {
        watcher.send(Frames.error(error, ref));
        closeIfAbusive();
    }

    private void closeIfAbusive() {
        if (watcher.isAbusive(time.now(), ABUSE_WINDOW_MS, config.faultsPerWindow())) {
            watcher.close(Closing.ABUSE);
        }
    }

    private @Nullable OwnPaddle own(MemberPrincipal member) {
        return hot.snapshot(auction, member.id()).map(Snapshot::own).orElse(null);
    }

    private static Room.@Nullable Position position(Session session) {
        List<String> epoch = session.getRequestParameterMap().getOrDefault("epoch", List.of());
        List<String> since = session.getRequestParameterMap().getOrDefault("since", List.of());
        if (epoch.isEmpty() && since.isEmpty()) {
            return null;
        }
        try {
            return new Room.Position(Long.parseLong(epoch.get(0)), Long.parseLong(since.get(0)));
        } catch (NumberFormatException | IndexOutOfBoundsException notAPosition) {
            return Room.Position.UNKNOWN;
        }
    }
}
