package com.neighborbid.auction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Knows nothing beyond the record: what shows where no live state is to be had. */
@ApplicationScoped
class RecordedPrices implements LivePrices {
    @Override
    public Map<Long, LivePrice> of(Collection<Long> ids) {
        return Map.of();
    }

    @Override
    public Optional<LiveView> of(long id) {
        return Optional.empty();
    }
}
