package com.neighborbid.live;

import com.neighborbid.platform.Time;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The sockets that this node serves itself, and the few threads that do it. */
@ApplicationScoped
class Lines {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private final List<LineLoop> loops = new ArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();

    @PostConstruct
    void open() {
        try {
            for (int i = 1; i <= config.loops(); i++) {
                LineLoop loop = new LineLoop(time, config.closeMs());
                Thread thread = threads.newThread(loop);
                thread.setName("nb-lines-" + i);
                thread.start();
                loops.add(loop);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No sockets can be served", e);
        }
    }

    @PreDestroy
    void close() {
        loops.forEach(LineLoop::close);
    }

    /**
     * Answers a handshake and takes its connection over.
     *
     * @param seat finds a place for whoever comes by this way out
     * @return false when that is for the container to do; nothing has happened then
     */
    boolean take(HttpServletRequest request, HttpServletResponse response, Function<Outlet, Visit> seat) {
        if (!config.ownLines()) {
            return false;
        }
        Optional<byte[]> answer = Upgrade.answer(request, response);
        Optional<ContainerChannel> found = answer.isEmpty() ? Optional.empty() : ContainerChannel.of(request);
        if (found.isEmpty() || !found.get().take()) {
            return false;
        }
        SocketChannel channel = found.get().channel();
        LineLoop loop = loops.get(Math.floorMod(taken.getAndIncrement(), loops.size()));
        Line line = new Line(channel, loop);
        line.write(answer.get());
        Visit visit = seat.apply(line);
        line.belongsTo(visit);
        try {
            visit.enter();
        } catch (RuntimeException e) {
            line.close(Closing.TRY_LATER);
            throw e;
        } finally {
            loop.serve(line);
        }
        return true;
    }
}
