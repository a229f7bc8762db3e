package com.neighborbid.wallet;

import com.neighborbid.platform.Money;

/** The command to top up a wallet: how much, through which gateway, by which of its methods. */
record PaymentOrder(Money amount, String gateway, String method) {}
