package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a rebuilding, each a transaction. The auction's record is locked while its state is put into Redis, so that of
 * several nodes that miss the state one builds it; the epoch rises, so that what a lost state had decided and not recorded is
 * refused by PostgreSQL unless it comes back through {@code nb_reinstate}.
 */
@ApplicationScoped
class RebuildSteps {
    private static final Logger LOG = System.getLogger(RebuildSteps.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RebuildSource source;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RelayPositions positions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    /**
     * The auction's record is there from now on: once the state is in Redis the first events may come at any moment, and must
     * find it, be it locked by whoever put the state there. False when there is no such auction.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean begin(long auction) {
        Optional<AuctionTerms> terms = auctions.terms(auction);
        terms.ifPresent(source::begin);
        return terms.isPresent();
    }

    /** Puts the state there unless another node did, of an auction whose record was begun. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void install(long auction) {
        AuctionTerms terms = auctions.terms(auction).orElseThrow();
        RebuildSource.Recorded recorded = source.lock(terms);
        boolean isMissing = functions.one(functions.snapshot(auction, 0)).get(0).equals(BidFunctions.MISSING);
        if (isMissing) {
            long epoch = recorded.epoch() + 1;
            source.openEpoch(auction, epoch);
            StreamPosition relayed = positions.all().get(functions.keys(auction).partition());
            if (relayed != null) {
                functions.one(functions.outboxFrom(auction, relayed));
            }
            functions.one(functions.install(auction, epoch, state(terms, recorded)));
        }
    }

    private List<String> state(AuctionTerms terms, RebuildSource.Recorded recorded) {
        List<String> fields = new ArrayList<>();
        add(fields, "state", recorded.state().name());
        add(fields, "opensAt", terms.opensAt());
        add(fields, "endsAt", recorded.endsAt());
        add(fields, "firstEndsAt", terms.firstEndsAt() + recorded.movedMs());
        add(fields, "pausedAt", recorded.pausedAt());
        add(fields, "softClose", terms.softCloseSeconds());
        add(fields, "softCap", terms.softCloseCapSeconds());
        add(fields, "start", terms.startPrice());
        add(fields, "reserve", terms.reservePrice());
        add(fields, "increments", terms.increments());
        add(fields, "price", recorded.price());
        add(fields, "seq", recorded.seq());
        add(fields, "n", recorded.n());
        add(fields, "leader", recorded.leader());
        add(fields, "leaderMember", recorded.leaderMember() == null ? null : Ids.text(recorded.leaderMember()));
        add(fields, "leaderMax", recorded.leaderMax());
        add(fields, "outcome", terms.outcome());
        add(fields, "recorded", recorded.seq());
        add(fields, "recordedN", recorded.n());
        if (recorded.epoch() > 0) {
            add(fields, "recoverUntil", redisMillis(terms.id()) + config.recoveryMs());
            LOG.log(
                    Level.WARNING,
                    "Redis lost auction {0}: rebuilt from seq {1}, epoch {2}",
                    Ids.text(terms.id()),
                    recorded.seq(),
                    recorded.epoch() + 1);
        }
        fields.add("--");
        fields.addAll(source.paddles(terms.id()));
        fields.add("==");
        fields.addAll(source.recentRefs(terms.id()));
        return fields;
    }

    private long redisMillis(long auction) {
        String clock = "local t = redis.call('TIME') return t[1] * 1000 + math.floor(t[2] / 1000)";
        return redis.call(
                client -> (Long) client.eval(clock, functions.keys(auction).keys(), List.of()));
    }

    private static void add(List<String> fields, String name, @Nullable Object value) {
        fields.add(name);
        fields.add(value == null ? "" : value.toString());
    }
}
