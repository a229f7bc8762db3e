package com.neighborbid.auction;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Where auctions stand at this moment, ahead of what is recorded. An auction that nothing live is known of is left out;
 * its record then stands. Implementations do not fail: what they cannot reach they do not know.
 */
public interface LivePrices {
    /** The live prices of many auctions, in one go. */
    Map<Long, LivePrice> of(Collection<Long> ids);

    /** The live state of one. */
    Optional<LiveView> of(long id);
}
