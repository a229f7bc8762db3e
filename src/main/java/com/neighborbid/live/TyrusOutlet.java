package com.neighborbid.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tyrus's way for frames that are encoded already. Its standard send calls encode a frame anew for each socket and
 * start an idle timer anew on the managed executor, as does each message that comes in; that costs several times what
 * the frame itself does. So frames go to the protocol handler, and the session's timer is one that never rings: silent
 * sockets are found by the rooms' own heartbeat. These are not public parts of Tyrus: where they are not as expected,
 * the log says so once and the standard way is taken.
 */
final class TyrusOutlet implements Outlet {
    private static final Logger LOG = System.getLogger(TyrusOutlet.class.getName());
    private static volatile @Nullable Parts known;
    private static volatile boolean strange;

    private final Session session;
    private final Outlet standard;
    private final MethodHandle send;
    private final Object handler;

    private TyrusOutlet(Session session, Outlet standard, MethodHandle send, Object handler) {
        this.session = session;
        this.standard = standard;
        this.send = send;
        this.handler = handler;
    }

    /**
     * The outlet of a Tyrus session that has just been opened; empty for any other.
     *
     * @param standard for what is not sent often
     */
    static Optional<Outlet> of(Session session, Outlet standard) {
        if (strange) {
            return Optional.empty();
        }
        try {
            Parts parts = known;
            if (parts == null) {
                parts = Parts.of(session.getClass());
                known = parts;
            }
            parts.timer.set(session, NoTimer.INSTANCE);
            Object webSocket = parts.webSocket.get(parts.remote.get(session));
            return Optional.of(new TyrusOutlet(session, standard, parts.send, parts.handler.get(webSocket)));
        } catch (ReflectiveOperationException | InaccessibleObjectException | IllegalArgumentException e) {
            strange = true;
            LOG.log(Level.WARNING, "This container is not the known one: frames take its standard, slower way", e);
            return Optional.empty();
        }
    }

    @Override
    public void send(Frame frame) {
        if (!session.isOpen()) {
            throw new IllegalStateException("the socket is closed");
        }
        try {
            send.invoke(handler, ByteBuffer.wrap(frame.bytes()));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void ping(byte[] data) {
        standard.ping(data);
    }

    @Override
    public void close(CloseReason reason) {
        standard.close(reason);
    }

    private record Parts(Field timer, Field remote, Field webSocket, Field handler, MethodHandle send) {
        static Parts of(Class<?> session) throws ReflectiveOperationException {
            Field remote = open(session, "basicRemote");
            Field webSocket = open(remote.getType().getSuperclass(), "webSocket");
            Field handler = open(webSocket.getType(), "protocolHandler");
            MethodHandle send = MethodHandles.publicLookup()
                    .unreflect(handler.getType().getMethod("sendRawFrame", ByteBuffer.class))
                    .asType(MethodType.methodType(void.class, Object.class, ByteBuffer.class));
            return new Parts(open(session, "service"), remote, webSocket, handler, send);
        }

        private static Field open(Class<?> owner, String name) throws ReflectiveOperationException {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        }
    }
}
