package com.neighborbid.live;

import com.neighborbid.bidding.AuctionEvent.ChatSaid;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.Snapshot;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.Time;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What members say in a room. It goes to whoever is there and is not kept. */
@ApplicationScoped
class Chat {
    private static final long WINDOW_MS = 10_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

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

    /** Says a line; false when the member talks too much. */
    boolean say(long auction, MemberPrincipal member, String text) {
        if (platform.rateLimits() && !limiter.allows(Ids.text(member.id()))) {
            return false;
        }
        OwnPaddle own = hot.snapshot(auction, member.id()).map(Snapshot::own).orElse(null);
        String frame = Frames.chat(member.displayName(), own, text, time.now());
        hot.publish(auction, new ChatSaid(Ids.text(auction), frame));
        return true;
    }
}
