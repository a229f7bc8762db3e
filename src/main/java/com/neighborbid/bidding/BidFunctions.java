package com.neighborbid.bidding;

import com.neighborbid.platform.FunctionLibrary;
import com.neighborbid.platform.FunctionLibrary.Attempt;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Precondition;
import com.neighborbid.platform.Redis;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the function library {@code neighborbid}, whose parts say what each does and answers. Where Redis has no
 * state of the auction, an answer is {@link #MISSING}; {@link HotAuctions} then puts it there.
 */
@ApplicationScoped
class BidFunctions implements Precondition {
    static final String MISSING = "MISSING";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @SuppressWarnings("NullAway.Init")
    private FunctionLibrary library;

    @PostConstruct
    void open() {
        library = new FunctionLibrary(redis, BidLibrary.source());
        library.load();
    }

    @Override
    public String name() {
        return "function library";
    }

    @Override
    public void meet() {
        library.load();
    }

    /** The answers of many calls that went together, in their order. */
    List<List<String>> all(List<Call> calls) {
        return library.callAll(calls);
    }

    /** As {@link #all}, but a server that does not answer fails its own calls only. */
    List<Attempt> attempt(List<Call> calls) {
        return library.tryAll(calls, 0, 0);
    }

    /** As {@link #attempt}, answered when as many replicas as the house wishes have what was decided. */
    List<Attempt> decide(List<Call> bids) {
        return library.tryAll(bids, config.copies(), config.copiedWithinMs());
    }

    List<String> one(Call call) {
        return library.call(call);
    }

    /** @param trace what goes with the event to follow it; null for none */
    Call bid(PlaceBid bid, @Nullable String trace) {
        RoomKeys keys = keys(bid.auction());
        List<String> arguments = List.of(
                keys.auction(),
                Ids.text(bid.member()),
                keys.channel(),
                bid.maximum() ? "M" : "A",
                Long.toString(bid.value()),
                bid.ref());
        return new Call("nb_bid", keys.keys(), trace == null ? arguments : with(arguments, trace));
    }

    private static List<String> with(List<String> arguments, String last) {
        List<String> more = new ArrayList<>(arguments);
        more.add(last);
        return more;
    }

    Call paddle(long auction, long member, int paddle, long limit, long version) {
        RoomKeys keys = keys(auction);
        return new Call(
                "nb_paddle",
                keys.keys(),
                List.of(
                        keys.auction(),
                        Ids.text(member),
                        Integer.toString(paddle),
                        Long.toString(limit),
                        Long.toString(version)));
    }

    Call returnPaddle(long auction, long member, long version) {
        RoomKeys keys = keys(auction);
        return new Call(
                "nb_paddle_return", keys.keys(), List.of(keys.auction(), Ids.text(member), Long.toString(version)));
    }

    Call advance(long auction) {
        RoomKeys keys = keys(auction);
        return new Call("nb_advance", keys.keys(), List.of(keys.auction(), keys.channel()));
    }

    Call due(int partition, int most) {
        return new Call("nb_due", List.of(RoomKeys.closing(partition)), List.of(Integer.toString(most)));
    }

    Call withdraw(long auction, String reason, boolean onlyWithoutBids) {
        RoomKeys keys = keys(auction);
        return new Call(
                "nb_withdraw",
                keys.keys(),
                List.of(keys.auction(), keys.channel(), reason, onlyWithoutBids ? "1" : "0"));
    }

    /** @param since from when on time was lost, in milliseconds since the epoch; 0 for now */
    Call pause(long auction, long since, String reason) {
        return byHouse("nb_pause", auction, since == 0 ? "" : Long.toString(since), reason);
    }

    Call resume(long auction, long leastMs, String reason) {
        return byHouse("nb_resume", auction, Long.toString(leastMs), reason);
    }

    Call extend(long auction, long endsAt, String reason) {
        return byHouse("nb_extend", auction, Long.toString(endsAt), reason);
    }

    private Call byHouse(String function, long auction, String argument, String reason) {
        RoomKeys keys = keys(auction);
        return new Call(function, keys.keys(), List.of(keys.auction(), keys.channel(), argument, reason));
    }

    /** @param member id, or 0 for none */
    Call snapshot(long auction, long member) {
        RoomKeys keys = keys(auction);
        return new Call("nb_snapshot", keys.keys(), List.of(keys.auction(), member == 0 ? "" : Ids.text(member)));
    }

    Call log(long auction, long since, int limit) {
        RoomKeys keys = keys(auction);
        return new Call("nb_log", keys.keys(), List.of(keys.auction(), Long.toString(since), Integer.toString(limit)));
    }

    Call recorded(long auction, long seq, String head, long n) {
        RoomKeys keys = keys(auction);
        return new Call(
                "nb_recorded",
                keys.keys(),
                List.of(keys.auction(), keys.channel(), Long.toString(seq), head, Long.toString(n)));
    }

    Call presence(long auction, String node, int count) {
        RoomKeys keys = keys(auction);
        return new Call(
                "nb_presence",
                keys.presenceKeys(),
                List.of(keys.auction(), keys.channel(), node, Integer.toString(count)));
    }

    Call reinstate(long auction, String event) {
        RoomKeys keys = keys(auction);
        return new Call("nb_reinstate", keys.recoveryKeys(), List.of(keys.auction(), keys.channel(), event));
    }

    /** Takes a state out that is below an epoch. */
    Call remove(long auction, long epoch) {
        RoomKeys keys = keys(auction);
        return new Call("nb_remove", keys.recoveryKeys(), List.of(keys.auction(), Long.toString(epoch)));
    }

    /** Lets the outbox of an auction's partition go on after a position. */
    Call outboxFrom(long auction, StreamPosition position) {
        return new Call("nb_outbox_from", List.of(keys(auction).outbox()), List.of(position.toString()));
    }

    Call install(long auction, long epoch, List<String> rest) {
        RoomKeys keys = keys(auction);
        List<String> arguments = new ArrayList<>(rest.size() + 3);
        arguments.add(keys.auction());
        arguments.add(keys.channel());
        arguments.add(Long.toString(epoch));
        arguments.addAll(rest);
        return new Call("nb_install", keys.recoveryKeys(), arguments);
    }

    RoomKeys keys(long auction) {
        return RoomKeys.of(auction, config.partitions());
    }
}
