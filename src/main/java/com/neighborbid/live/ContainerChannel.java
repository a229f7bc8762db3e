package com.neighborbid.live;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the TCP connection of a request away from Payara's Grizzly, whose share in a socket's costs is the biggest. For
 * Grizzly the connection ends in that moment, as if the client had gone, and it lets go of all that it kept; the channel
 * goes on in the house's own hands. All but one of the methods used are public, but not of a standard: where they are
 * not as expected, the log says so once, and sockets are served by the container.
 */
final class ContainerChannel {
    private static final Logger LOG = System.getLogger(ContainerChannel.class.getName());
    private static volatile boolean strange;

    /** What the container is left with: a channel that is closed. */
    private static final SocketChannel CLOSED = closed();

    private final Object connection;
    private final Field field;
    private final SocketChannel channel;

    private ContainerChannel(Object connection, Field field, SocketChannel channel) {
        this.connection = connection;
        this.field = field;
        this.channel = channel;
    }

    /** The connection of a request, or empty where it cannot be taken: a strange container, TLS that ends here. */
    static Optional<ContainerChannel> of(HttpServletRequest request) {
        if (strange) {
            return Optional.empty();
        }
        try {
            Object grizzly = call(call(unwrapped(request), "getUnwrappedCoyoteRequest"), "getCoyoteRequest");
            if (Boolean.TRUE.equals(call(grizzly, "isSecure"))) {
                return Optional.empty();
            }
            Object connection = call(grizzly, "getConnection");
            if (!(call(connection, "getChannel") instanceof SocketChannel channel)) {
                return Optional.empty();
            }
            Field field = field(connection.getClass());
            field.setAccessible(true);
            return Optional.of(new ContainerChannel(connection, field, channel));
        } catch (ReflectiveOperationException | InaccessibleObjectException | SecurityException e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** The channel before it is taken, to be written to. */
    SocketChannel channel() {
        return channel;
    }

    /** Takes it; the request is over with that. False when that failed, and nothing has changed. */
    boolean take() {
        try {
            Object key = call(connection, "getSelectionKey");
            field.set(connection, CLOSED);
            if (key instanceof SelectionKey watched) {
                watched.cancel();
            }
            call(connection, "terminateSilently");
            return true;
        } catch (ReflectiveOperationException e) {
            failed(e);
            return false;
        }
    }

    private static void failed(Exception e) {
        strange = true;
        LOG.log(Level.WARNING, "This container is not the known one: it serves the sockets itself, more slowly", e);
    }

    private static ServletRequest unwrapped(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        @Nullable Object result = target.getClass().getMethod(method).invoke(target);
        return result == null ? "nothing" : result;
    }

    private static Field field(Class<?> connection) throws NoSuchFieldException {
        for (Class<?> type = connection; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("channel")) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(connection + " has no channel");
    }

    private static SocketChannel closed() {
        try (SocketChannel channel = SocketChannel.open()) {
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
