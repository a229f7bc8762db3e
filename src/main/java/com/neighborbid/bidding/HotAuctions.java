package com.neighborbid.bidding;

import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The auctions as they stand in Redis. One that Redis does not have, being new or lost, is put there from PostgreSQL on
 * the first touch.
 */
@ApplicationScoped
public class HotAuctions {
    private static final int LONGEST_RESUME = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rebuild rebuild;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    /**
     * An auction as it stands.
     *
     * @param member whose paddle to add, or 0 for nobody's
     * @return empty when there is no such auction
     */
    public Optional<Snapshot> snapshot(long auction, long member) {
        List<String> answer = call(auction, functions.snapshot(auction, member));
        return answer.get(0).equals(BidFunctions.MISSING) ? Optional.empty() : Optional.of(Snapshot.of(answer));
    }

    /**
     * The bids shown after {@code since}, rising; empty when Redis no longer reaches back that far.
     *
     * @param epoch the life of the state that the caller knows
     */
    public Optional<List<ShownBid>> since(long auction, long epoch, long since) {
        List<String> answer = call(auction, functions.log(auction, since, LONGEST_RESUME));
        if (answer.size() < 2 || !answer.get(0).equals(Long.toString(epoch))) {
            return Optional.empty();
        }
        List<ShownBid> bids = answer.stream().skip(2).map(ShownBid::parse).toList();
        boolean whole = since + bids.size() >= Long.parseLong(answer.get(1));
        return whole ? Optional.of(bids) : Optional.empty();
    }

    /**
     * Makes a call about an auction; where Redis has no state of it, puts that there first.
     *
     * @return the function's answer; MISSING only when there is no such auction
     */
    List<String> call(long auction, Call call) {
        List<String> answer = functions.one(call);
        if (answer.get(0).equals(BidFunctions.MISSING) && rebuild.rebuild(auction)) {
            answer = functions.one(call);
            if (answer.get(0).equals(BidFunctions.MISSING)) {
                throw new UnavailableException("Redis lost auction " + auction + " while it was put there");
            }
        }
        return answer;
    }

    /** Tells the rooms how many watch an auction on this node; 0 takes the node's count away. */
    public void tellPresence(String node, List<Presence> counts) {
        functions.all(counts.stream()
                .map(count -> functions.presence(count.auction(), node, count.count()))
                .toList());
    }

    /** Tells the rooms of an auction something that is not recorded. */
    public void publish(long auction, AuctionEvent event) {
        redis.publish(functions.keys(auction).channel(), event.text());
    }

    /** How many sockets watch an auction on one node. */
    public record Presence(long auction, int count) {}
}
