package com.neighborbid.system;

import com.neighborbid.load.ContractClient;
import java.util.UUID;

/** Members made for a test. */
final class Members {
    static final String PASSWORD = "correct horse battery staple";

    private Members() {}

    /** Registers a member with an address that nobody has, and logs in. */
    static ContractClient join(ContractClient visitor, String displayName) {
        String email = displayName + "-" + UUID.randomUUID() + "@example.com";
        visitor.register(email, PASSWORD, displayName);
        return visitor.login(email, PASSWORD);
    }
}
