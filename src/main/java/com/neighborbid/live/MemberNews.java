package com.neighborbid.live;

import com.neighborbid.bidding.AuctionListener;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.notification.NotificationNews;
import com.neighborbid.platform.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The members' own sockets on this node. All is done on one thread, in order: what is written before a socket comes is in
 * its welcome, what is written after follows, and only what falls in between may be in both.
 */
@ApplicationScoped
class MemberNews implements AuctionListener {
    private static final Logger LOG = System.getLogger(MemberNews.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private NotificationNews notifications;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private FeedConfig config;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private final Map<String, Set<Watcher>> seats = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ExecutorService lane;

    @PostConstruct
    void open() {
        lane = Executors.newSingleThreadExecutor(threads);
    }

    @PreDestroy
    void close() {
        lane.shutdownNow();
    }

    /** Seats a member's socket and welcomes it with the latest. */
    void join(Watcher watcher) {
        MemberPrincipal member = watcher.member();
        if (member == null) {
            watcher.close(Closing.SESSION_ENDED);
            return;
        }
        lane.execute(() -> {
            seats.computeIfAbsent(member.getName(), name -> ConcurrentHashMap.newKeySet())
                    .add(watcher);
            welcome(member.id(), Set.of(watcher));
        });
    }

    /** Takes its seat away. */
    void leave(Watcher watcher) {
        MemberPrincipal member = watcher.member();
        if (member != null) {
            lane.execute(() -> seats.computeIfPresent(member.getName(), (name, sockets) -> {
                sockets.remove(watcher);
                return sockets.isEmpty() ? null : sockets;
            }));
        }
    }

    @Override
    public void memberTold(String member, String frame) {
        if (seats.containsKey(member)) {
            lane.execute(() -> send(frame, seats.getOrDefault(member, Set.of())));
        }
    }

    /** News may have been lost: everybody is told anew where it stands. */
    @Override
    public void reconnected() {
        seats.keySet()
                .forEach(name -> lane.execute(() -> {
                    Set<Watcher> sockets = seats.getOrDefault(name, Set.of());
                    if (!sockets.isEmpty()) {
                        welcome(Ids.parse(name).orElseThrow(), sockets);
                    }
                }));
    }

    private static void send(String text, Set<Watcher> sockets) {
        Frame frame = new Frame(text);
        sockets.forEach(watcher -> watcher.send(frame));
    }

    private void welcome(long member, Set<Watcher> sockets) {
        try {
            send(notifications.welcome(member, config.newsAtWelcome()), sockets);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> "Member " + Ids.text(member) + " could not be welcomed", e);
            sockets.forEach(watcher -> watcher.close(Closing.TRY_LATER));
        }
    }
}
