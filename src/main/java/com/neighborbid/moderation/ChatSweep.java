package com.neighborbid.moderation;

import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets old lines of chat every ten minutes, and at once again while many are left. */
@ApplicationScoped
class ChatSweep implements WorkerTask {
    private static final long PAUSE_MS = Duration.ofMinutes(10).toMillis();

    @Inject
    @SuppressWarnings("NullAway.Init")
    ChatLog chat;

    @Override
    public String name() {
        return "chat-sweep";
    }

    @Override
    public long turn() {
        return chat.sweep() ? 0 : PAUSE_MS;
    }
}
