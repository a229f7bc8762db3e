package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;

/** A member's wallet in one currency, in its minor unit. */
public record Balance(long available, long held, Currency currency) {}
