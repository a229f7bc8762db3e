package com.neighborbid.bidding;

/** Who decides: every rule is tested on both. */
enum Decider {
    REDIS {
        @Override
        DecidingAuction hold(AuctionSetup setup) {
            return RedisAuction.of(setup);
        }
    },
    REFERENCE {
        @Override
        DecidingAuction hold(AuctionSetup setup) {
            return new ReferenceAuction("auction", setup);
        }
    };

    abstract DecidingAuction hold(AuctionSetup setup);
}
