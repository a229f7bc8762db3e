package com.neighborbid.wallet;

import com.neighborbid.platform.Money;

/** Money of a member that is kept for its bids in an auction: as long as it is open, at least what they may cost. */
public record Hold(long member, long auction, Money amount) {}
