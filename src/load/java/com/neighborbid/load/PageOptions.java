package com.neighborbid.load;

import java.util.List;

/**
 * What to measure of the pages, from {@code nb.load.page*}; without rates, nothing.
 *
 * @param rates calls a second, one trial after the other
 * @param data where the big database lies and stays; empty: made for the run and deleted afterwards
 * @param members how many the database has; as {@code open} and {@code closed} auctions
 * @param sessions how many members are logged in
 */
record PageOptions(List<Integer> rates, String data, int members, int open, int closed, int sessions) {
    static PageOptions ofProperties() {
        return new PageOptions(
                LoadOptions.numbers("pageRates", ""),
                System.getProperty("nb.load.pageData", ""),
                LoadOptions.number("pageMembers", 1_000_000),
                LoadOptions.number("pageOpen", 33_000),
                LoadOptions.number("pageClosed", 500_000),
                LoadOptions.number("pageSessions", 1_000));
    }
}
