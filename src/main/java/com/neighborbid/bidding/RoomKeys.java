package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Redis keys and the channel of one auction. Auctions are spread over partitions; the hash tag {@code {p}} keeps all
 * that one function call touches in one slot of a cluster.
 *
 * @param auction the auction's public id
 * @param partition 0 to partitions - 1
 */
public record RoomKeys(String auction, int partition) {
    /** The channel of session ids that are no longer good. */
    public static final String SESSIONS_CHANNEL = "nb:sessions";

    /** The channel of what single members are told: the member's public id, a bar, and the ready JSON frame. */
    public static final String MEMBERS_CHANNEL = "nb:members";

    /**
     * The keys of an auction.
     *
     * @param partitions how many the deployment has, fixed for its life
     */
    public static RoomKeys of(long auctionId, int partitions) {
        return new RoomKeys(Ids.text(auctionId), (int) Long.remainderUnsigned(auctionId, partitions));
    }

    /** The outbox stream of a partition. */
    public static String outbox(int partition) {
        return "nb:{" + partition + "}:outbox";
    }

    /** The outbox stream of this auction's partition. */
    String outbox() {
        return outbox(partition);
    }

    /** The sorted set of a partition: auction by its next transition, in milliseconds since the epoch. */
    public static String closing(int partition) {
        return "nb:{" + partition + "}:closing";
    }

    /** The channel of a partition's events. */
    public static String channel(int partition) {
        return "nb:{" + partition + "}:events";
    }

    /** The channel of this auction's events. */
    public String channel() {
        return channel(partition);
    }

    /** The hash of the auction's state, of its paddles and of the refs that were decided. */
    public String state() {
        return "nb:{" + partition + "}:auction:" + auction;
    }

    /** The four keys that every function takes, in their order. */
    public List<String> keys() {
        String state = state();
        return List.of(state, state + ":log", outbox(partition), closing(partition));
    }

    /** The hash of how many watch this auction, by node. */
    String watching() {
        return state() + ":watching";
    }

    /** The keys of {@code nb_install}, {@code nb_reinstate} and {@code nb_remove}. */
    public List<String> recoveryKeys() {
        return with(state() + ":reinstated");
    }

    /** The keys of {@code nb_presence}. */
    public List<String> presenceKeys() {
        return with(watching());
    }

    private List<String> with(String fifth) {
        return Stream.concat(keys().stream(), Stream.of(fifth)).toList();
    }
}
