package com.neighborbid.auction;

/** A seller has put up an auction. Fired in the transaction that wrote it: observe it after success. */
public record AuctionCreated(long id) {}
