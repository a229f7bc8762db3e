package com.neighborbid.load;

import org.jspecify.annotations.Nullable;

/**
 * One call of a page.
 *
 * @param name under which it is counted
 * @param path with its query
 * @param token of the member who asks, null for a guest
 * @param continued whether its answer is a page of a list that a later call may go on with
 */
record PageCall(String name, String path, @Nullable String token, boolean continued) {
    PageCall(String name, String path, @Nullable String token) {
        this(name, path, token, false);
    }
}
