package com.neighborbid.operations;

import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of this node's consoles. Each gets every second's figures, unless it has not read the last ones yet; each
 * is closed when its admin's proof is too old, and when its session ended.
 */
@ApplicationScoped
class Consoles {
    private static final Logger LOG = System.getLogger(Consoles.class.getName());
    private static final CloseReason PROOF_OVER =
            new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "show your password again");

    @Inject
    @SuppressWarnings("NullAway.Init")
    AdminProof proof;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OperationsConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    private final Map<Session, Seat> seats = new ConcurrentHashMap<>();

    /** What is known of a socket: when its proof is over, and the frame on its way. */
    private static final class Seat {
        final long until;

        @Nullable
        Future<@Nullable Void> sending;

        Seat(long until) {
            this.until = until;
        }
    }

    /** Takes a socket in, or closes it when it may not be here. */
    void join(Session socket, String first) {
        long until = socket.getUserPrincipal() instanceof MemberPrincipal admin ? proof.until(admin) : 0;
        if (until <= time.now() || seats.size() >= config.consolesMost()) {
            close(socket, PROOF_OVER);
            return;
        }
        Seat seat = new Seat(until);
        seats.put(socket, seat);
        send(socket, seat, first);
    }

    void leave(Session socket) {
        seats.remove(socket);
    }

    /** Sends a frame to all. */
    void show(String frame) {
        long now = time.now();
        seats.forEach((socket, seat) -> {
            if (now >= seat.until) {
                close(socket, PROOF_OVER);
            } else {
                send(socket, seat, frame);
            }
        });
    }

    /** Closes the sockets of a session that is no longer good. */
    void sessionEnded(String session) {
        seats.keySet().stream()
                .filter(socket -> socket.getUserPrincipal() instanceof MemberPrincipal admin
                        && Ids.text(admin.sessionId()).equals(session))
                .forEach(socket -> close(socket, PROOF_OVER));
    }

    private void send(Session socket, Seat seat, String frame) {
        synchronized (seat) {
            if (seat.sending == null || seat.sending.isDone()) {
                try {
                    seat.sending = socket.getAsyncRemote().sendText(frame);
                } catch (IllegalStateException gone) {
                    LOG.log(Level.DEBUG, "A console went while it was sent to", gone);
                    seats.remove(socket);
                }
            }
        }
    }

    /** Aside, since a peer that does not answer may hold it up. */
    private void close(Session socket, CloseReason reason) {
        seats.remove(socket);
        executor.execute(() -> {
            try {
                socket.close(reason);
            } catch (IOException | IllegalStateException gone) {
                LOG.log(Level.DEBUG, "A console went while it was closed", gone);
            }
        });
    }
}
