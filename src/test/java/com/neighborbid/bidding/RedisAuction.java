package com.neighborbid.bidding;

import com.neighborbid.platform.RedisServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** An auction of the function library on the shared Redis, with a partition of its own. */
final class RedisAuction implements DecidingAuction {
    static final RedisClient CLIENT = RedisServer.shared().client();
    private static final AtomicInteger AUCTIONS = new AtomicInteger();

    static {
        CLIENT.functionLoadReplace(BidLibrary.source());
    }

    final RoomKeys keys;
    private final RedisClient client;
    private long version;

    private RedisAuction(RoomKeys keys, RedisClient client) {
        this.keys = keys;
        this.client = client;
    }

    /** The same auction as another server has it. */
    RedisAuction on(RedisClient other) {
        RedisAuction there = new RedisAuction(keys, other);
        there.version = version;
        return there;
    }

    /** A new id and partition, nothing in Redis yet. */
    static RedisAuction unknown() {
        int number = AUCTIONS.incrementAndGet();
        return new RedisAuction(new RoomKeys("auction" + number, number), CLIENT);
    }

    /** An auction that stands ready for its first bid. */
    static RedisAuction of(AuctionSetup setup) {
        RedisAuction auction = unknown();
        auction.install(1, fields(setup));
        return auction;
    }

    static List<String> fields(AuctionSetup setup) {
        return new ArrayList<>(List.of(
                "clock",
                Long.toString(AuctionSetup.START_OF_TEST),
                "opensAt",
                Long.toString(setup.opensAt()),
                "endsAt",
                Long.toString(setup.endsAt()),
                "softClose",
                Integer.toString(setup.softCloseSeconds()),
                "softCap",
                text(setup.softCloseCapSeconds()),
                "start",
                Long.toString(setup.start()),
                "reserve",
                text(setup.reserve()),
                "increments",
                setup.increments().text()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    String install(long epoch, List<String> fields) {
        List<String> arguments = new ArrayList<>(List.of(keys.auction(), keys.channel(), Long.toString(epoch)));
        arguments.addAll(fields);
        return (String) client.fcall("nb_install", keys.recoveryKeys(), arguments);
    }

    List<String> reinstate(String event) {
        return texts(client.fcall("nb_reinstate", keys.recoveryKeys(), List.of(keys.auction(), keys.channel(), event)));
    }

    /** Calls any function with the four keys. */
    Object call(String function, String... arguments) {
        return client.fcall(function, keys.keys(), Arrays.asList(arguments));
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Object answer) {
        return (List<String>) answer;
    }

    @Override
    public void clock(long millis) {
        stored().set("clock", Long.toString(Math.max(millis, Long.parseLong(state("clock")))));
    }

    @Override
    public Answer bid(String member, boolean maximum, long value, String ref) {
        List<String> answer = texts(
                call("nb_bid", keys.auction(), member, keys.channel(), maximum ? "M" : "A", Long.toString(value), ref));
        if (!answer.get(0).equals("ACCEPTED")) {
            return Answer.refused(answer.get(0), Long.parseLong(answer.get(1)));
        }
        String event = answer.get(5);
        return new Answer(
                answer.get(0),
                Long.parseLong(answer.get(1)),
                answer.get(2).equals("1"),
                Long.parseLong(answer.get(3)),
                answer.get(4).equals("1"),
                event.isEmpty() ? null : (AuctionEvent.BidDecided) AuctionEvent.parse(event));
    }

    @Override
    public String paddle(String member, int paddle, long limit) {
        return (String) call(
                "nb_paddle",
                keys.auction(),
                member,
                Integer.toString(paddle),
                Long.toString(limit),
                Long.toString(++version));
    }

    @Override
    public String returnPaddle(String member) {
        return (String) call("nb_paddle_return", keys.auction(), member, Long.toString(++version));
    }

    @Override
    public String advance() {
        return texts(call("nb_advance", keys.auction(), keys.channel())).get(0);
    }

    @Override
    public String withdraw(String reason, boolean onlyWithoutBids) {
        return (String) call("nb_withdraw", keys.auction(), keys.channel(), reason, onlyWithoutBids ? "1" : "0");
    }

    List<String> snapshot(String member) {
        return texts(call("nb_snapshot", keys.auction(), member));
    }

    @Override
    public View view(String member) {
        List<String> view = snapshot(member);
        Own own = view.get(11).isEmpty()
                ? null
                : new Own(
                        Integer.parseInt(view.get(11)),
                        Long.parseLong(view.get(12)),
                        view.get(13).isEmpty() ? null : Long.valueOf(view.get(13)),
                        view.get(14).equals("1"));
        return new View(
                view.get(3),
                Long.parseLong(view.get(4)),
                Long.parseLong(view.get(5)),
                view.get(6).isEmpty() ? null : Integer.valueOf(view.get(6)),
                Long.parseLong(view.get(7)),
                Long.parseLong(view.get(8)),
                view.get(9).isEmpty() ? null : (Boolean) view.get(9).equals("1"),
                view.get(10),
                own,
                Long.parseLong(view.get(17)),
                view.get(18));
    }

    @Override
    public List<ShownBid> log() {
        List<String> answer = texts(call("nb_log", keys.auction(), "0", "100000"));
        return answer.subList(2, answer.size()).stream().map(ShownBid::parse).toList();
    }

    @Override
    public List<String> events() {
        List<StreamEntry> entries = client.xrange(
                RoomKeys.outbox(keys.partition()), StreamEntryID.MINIMUM_ID, StreamEntryID.MAXIMUM_ID, 100_000);
        return entries.stream().map(entry -> entry.getFields().get("e")).toList();
    }

    /** One field of the state. */
    String state(String field) {
        return stored().get(field);
    }

    private StoredAuction stored() {
        return new StoredAuction(client, keys);
    }

    /** When the clock must look at the auction, or null. */
    @Nullable
    Double transition() {
        return client.zscore(RoomKeys.closing(keys.partition()), keys.auction());
    }
}
