package com.neighborbid.bidding;

import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Redis.Listening;
import com.neighborbid.platform.Role;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPubSub;

/**
 * Listens to the channels of all partitions for as long as this node lives and tells its {@link AuctionListener}s.
 * Redis's channels may lose messages; listeners find holes by number and fill them from the state.
 */
@ApplicationScoped
class AuctionFeed implements WorkerTask {
    private static final Logger LOG = System.getLogger(AuctionFeed.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    private Instance<AuctionListener> found;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    private final List<AuctionListener> listeners = new ArrayList<>();
    private volatile @Nullable Subscription subscription;

    @Override
    public String name() {
        return "auction-feed";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.values());
    }

    @Override
    public long turn() {
        if (listeners.isEmpty()) {
            found.forEach(listeners::add);
        }
        String[] channels = Stream.concat(
                        Stream.of(RoomKeys.SESSIONS_CHANNEL, RoomKeys.MEMBERS_CHANNEL),
                        IntStream.range(0, config.partitions()).mapToObj(RoomKeys::channel))
                .toArray(String[]::new);
        Subscription fresh = new Subscription(channels.length);
        try {
            redis.listen(
                    fresh,
                    listening -> {
                        fresh.listening = listening;
                        subscription = fresh;
                    },
                    channels);
        } catch (UnavailableException ended) {
            if (!fresh.left) {
                throw ended;
            }
        }
        return 0;
    }

    @Override
    public void interrupt() {
        Subscription current = subscription;
        if (current != null && current.isSubscribed()) {
            current.unsubscribe();
        }
    }

    /**
     * Asks for a sign of life; a connection that gave none since the last time is ended, and another one made. So is one, at
     * once, to a server that is the primary no more: it may live on, and would tell nothing until it learns that itself.
     */
    void probe(long silentMs) {
        Subscription current = subscription;
        Listening listening = current == null ? null : current.listening;
        if (current == null || listening == null) {
            return;
        }
        if (listening.isLeft().getAsBoolean()) {
            LOG.log(Level.INFO, "The feed follows Redis to another primary");
            current.left = true;
            end(listening);
        } else if (time.steady() - current.heardAt > silentMs) {
            LOG.log(Level.WARNING, "The feed heard nothing for {0} ms and is connected anew", silentMs);
            end(listening);
        } else if (current.complete.get()) {
            current.ping();
        }
    }

    private void end(Listening listening) {
        subscription = null;
        listening.end().run();
    }

    private final class Subscription extends JedisPubSub {
        private final int channels;
        private final AtomicBoolean complete = new AtomicBoolean();
        private volatile @Nullable Listening listening;
        private volatile boolean left;
        private volatile long heardAt = time.steady();

        Subscription(int channels) {
            this.channels = channels;
        }

        @Override
        public void onSubscribe(String channel, int subscribed) {
            heardAt = time.steady();
            if (subscribed == channels && complete.compareAndSet(false, true)) {
                listeners.forEach(AuctionListener::reconnected);
            }
        }

        @Override
        public void onPong(String text) {
            heardAt = time.steady();
        }

        @Override
        public void onMessage(String channel, String message) {
            if (channel.equals(RoomKeys.SESSIONS_CHANNEL)) {
                listeners.forEach(listener -> listener.sessionEnded(message));
            } else if (channel.equals(RoomKeys.MEMBERS_CHANNEL)) {
                int bar = message.indexOf('|');
                String member = message.substring(0, Math.max(bar, 0));
                listeners.forEach(listener -> listener.memberTold(member, message.substring(bar + 1)));
            } else {
                AuctionEvent event = AuctionEvent.parse(message);
                listeners.forEach(listener -> listener.heard(event));
            }
        }
    }
}
