package com.neighborbid.bidding;

import com.neighborbid.auction.LivePrice;
import com.neighborbid.auction.LivePrices;
import com.neighborbid.auction.LiveView;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The prices of this moment, from Redis; without it, what is recorded stands. */
@Alternative
@Priority(1)
@ApplicationScoped
class RedisPrices implements LivePrices {
    private static final Logger LOG = System.getLogger(RedisPrices.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Override
    public Map<Long, LivePrice> of(Collection<Long> ids) {
        Map<Long, LivePrice> prices = new HashMap<>();
        if (ids.isEmpty()) {
            return prices;
        }
        List<Long> order = new ArrayList<>(ids);
        try {
            List<List<String>> answers = functions.all(
                    order.stream().map(id -> functions.snapshot(id, 0)).toList());
            for (int i = 0; i < answers.size(); i++) {
                if (!answers.get(i).get(0).equals(BidFunctions.MISSING)) {
                    Snapshot s = Snapshot.of(answers.get(i));
                    prices.put(order.get(i), new LivePrice(s.state(), s.outcome(), s.price(), s.seq(), s.endsAt()));
                }
            }
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "A list shows recorded prices: {0}", e.getMessage());
        }
        return prices;
    }

    @Override
    public Optional<LiveView> of(long id) {
        try {
            return hot.snapshot(id, 0)
                    .map(s -> new LiveView(
                            s.state(),
                            s.outcome(),
                            s.price(),
                            s.seq(),
                            Long.parseLong(s.next()),
                            s.endsAt(),
                            s.leader(),
                            s.reserveMet(),
                            watching(id)));
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "A page shows recorded prices: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The sum over the nodes whose count has not expired; the empty field is the sum last told. */
    private int watching(long id) {
        String key = functions.keys(id).watching();
        Map<String, String> counts = redis.call(client -> client.hgetAll(key));
        long now = time.now();
        int sum = 0;
        for (Map.Entry<String, String> count : counts.entrySet()) {
            int space = count.getValue().indexOf(' ');
            if (!count.getKey().isEmpty() && Long.parseLong(count.getValue().substring(space + 1)) > now) {
                sum += Integer.parseInt(count.getValue().substring(0, space));
            }
        }
        return sum;
    }
}
