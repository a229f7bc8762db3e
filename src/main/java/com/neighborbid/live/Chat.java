package com.neighborbid.live;

import com.neighborbid.bidding.AuctionEvent.ChatSaid;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.Snapshot;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.moderation.ChatKeeper;
import com.neighborbid.moderation.ChatLine;
import com.neighborbid.moderation.ChatLog;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What members say in a room: it goes to whoever is there, and is kept for those who come later. */
@ApplicationScoped
public class Chat {
    private static final long WINDOW_MS = 10_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ChatKeeper keeper;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ChatLog log;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @SuppressWarnings("NullAway.Init")
    private RateLimiter limiter;

    @PostConstruct
    void open() {
        limiter = new RateLimiter(time, config.chatsPerWindow(), WINDOW_MS);
    }

    /** Counts a line; false when the member talks too much. */
    boolean mayTalk(MemberPrincipal member) {
        return !platform.rateLimits() || limiter.allows(Ids.text(member.id()));
    }

    /** Says a line. */
    void say(long auction, MemberPrincipal member, String text) {
        OwnPaddle own = hot.snapshot(auction, member.id()).map(Snapshot::own).orElse(null);
        long id = Ids.next(time);
        long now = time.now();
        String frame = Frames.chat(Ids.text(id), member.displayName(), own, text, now);
        hot.publish(auction, new ChatSaid(Ids.text(auction), frame));
        ChatLine.Speaker speaker =
                new ChatLine.Speaker(member.id(), member.displayName(), own == null ? null : own.paddle());
        keeper.keep(new ChatLine(id, auction, speaker, text, now));
    }

    /**
     * Takes a line out of its room: for whoever comes later, and for those who are there.
     *
     * @throws RejectedException {@code NOT_FOUND}
     */
    public void remove(long id) {
        long auction = log.remove(id).auction();
        hot.publish(auction, new ChatSaid(Ids.text(auction), Frames.chatRemoved(Ids.text(id))));
    }
}
