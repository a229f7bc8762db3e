package com.neighborbid.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A paddle under load: a visitor that bids and expects exactly one answer to each bid. */
final class LoadBidder extends RoomVisitor {
    private final Map<String, Sent> unanswered = new HashMap<>();
    private @Nullable Runnable onAnswer;
    private long refs;
    private long strangers;

    private record Sent(long intended, long amount) {}

    LoadBidder(LoadRoom room) {
        super(room);
    }

    /** What to do after each answer; null: nothing. */
    void onAnswer(@Nullable Runnable next) {
        onAnswer = next;
    }

    void bid(long intended) {
        long amount = room().take(intended);
        String ref = "r" + ++refs;
        unanswered.put(ref, new Sent(intended, amount));
        room().tally().sent(intended);
        RoomSocket socket = socket();
        if (socket != null) {
            socket.send("{\"type\":\"bid\",\"ref\":\"" + ref + "\",\"amount\":" + amount + "}");
        }
    }

    int waiting() {
        return unanswered.size();
    }

    /** Answers to a ref that had none outstanding: a second answer, or an answer to somebody else. */
    long strangers() {
        return strangers;
    }

    @Override
    public void accepted(String ref, long seq, boolean leading) {
        long now = System.nanoTime();
        Sent sent = unanswered.remove(ref);
        if (sent == null) {
            strangers++;
            return;
        }
        room().accepted(seq, sent.amount, now);
        room().tally().accepted(sent.intended, now);
        proceed();
    }

    @Override
    public void rejected(String ref, String code, long next) {
        long now = System.nanoTime();
        Sent sent = unanswered.remove(ref);
        if (sent == null) {
            strangers++;
            return;
        }
        room().seen(next);
        room().tally().rejected(code, sent.intended, now);
        proceed();
    }

    private void proceed() {
        Runnable next = onAnswer;
        if (next != null) {
            next.run();
        }
    }
}
