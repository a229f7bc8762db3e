package com.neighborbid.wallet;

import com.neighborbid.platform.Money;

/** An auction's sale, whose price lies in that auction's escrow from the capture to the payment or the refund. */
public record Sale(long auction, long order, Money price) {}
