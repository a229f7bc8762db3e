package com.neighborbid.moderation;

import com.neighborbid.platform.Role;
import com.neighborbid.platform.WorkerTask;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what was said on this node, many lines in a transaction and aside: no room waits for PostgreSQL, and while that is
 * away lines wait here. A node that dies takes along those of its last moments; the room has seen them.
 */
@ApplicationScoped
public class ChatKeeper implements WorkerTask {
    private static final Logger LOG = System.getLogger(ChatKeeper.class.getName());
    private static final int BATCH = 500;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ChatLog chat;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ModerationConfig config;

    @SuppressWarnings("NullAway.Init")
    private BlockingQueue<ChatLine> waiting;

    /** Taken from the queue and not kept yet; touched by the task's thread alone. */
    private final List<ChatLine> taken = new ArrayList<>();

    @PostConstruct
    void open() {
        waiting = new LinkedBlockingQueue<>(config.linesWaiting());
    }

    /** Has a line kept that was said just now; never blocks. */
    public void keep(ChatLine line) {
        if (!waiting.offer(line)) {
            LOG.log(Level.WARNING, "A line of chat is not kept: {0} wait already", config.linesWaiting());
        }
    }

    @Override
    public String name() {
        return "chat-keeper";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LIVE);
    }

    @Override
    public long turn() throws InterruptedException {
        if (taken.isEmpty()) {
            ChatLine first = waiting.poll(1, TimeUnit.SECONDS);
            if (first == null) {
                return 0;
            }
            taken.add(first);
            waiting.drainTo(taken, BATCH - 1);
        }
        chat.keep(taken);
        taken.clear();
        return 0;
    }

    @Override
    public void stop() {
        waiting.drainTo(taken);
        if (!taken.isEmpty()) {
            chat.keep(taken);
        }
    }
}
