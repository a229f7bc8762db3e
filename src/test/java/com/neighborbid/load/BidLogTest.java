package com.neighborbid.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BidLogTest {
    // Made with sha256sum, independently of this code.
    private static final String EMPTY = "b7b30d6e4f8c864714bf46cb6df3e5cc89c91af4ac4f31edac07cdf1f9090d4d";
    private static final String ONE = "8a5ed21f80b74b82ebdaebbf73af22787ed622ae9c25191da6120da044331fc8";

    @Test
    void followsTheChainToItsHead() {
        String bid = "{\"seq\":1,\"amount\":15000,\"paddle\":3,\"at\":1700000000000,\"proxy\":true,\"hash\":\"" + ONE
                + "\"}\n";
        BidLog log = BidLog.verified("lot", bid + "{\"head\":\"" + ONE + "\",\"seq\":1}\n");
        assertEquals(
                new RecordedBid(1, 15000, 3, 1_700_000_000_000L, true),
                log.bids().get(0));
        assertEquals(
                EMPTY,
                BidLog.verified("lot", "{\"head\":\"" + EMPTY + "\",\"seq\":0}").head());
    }

    @Test
    void noticesAChangedAmountAndAMissingBid() {
        String changed = "{\"seq\":1,\"amount\":15001,\"paddle\":3,\"at\":1700000000000,\"proxy\":true,\"hash\":\""
                + ONE + "\"}\n{\"head\":\"" + ONE + "\",\"seq\":1}";
        assertThrows(ContractException.class, () -> BidLog.verified("lot", changed));
        String missing = "{\"head\":\"" + ONE + "\",\"seq\":1}";
        assertThrows(ContractException.class, () -> BidLog.verified("lot", missing));
    }
}
