package com.neighborbid.wallet;

/** The two members of a sale. */
public record Sides(long seller, long buyer) {}
