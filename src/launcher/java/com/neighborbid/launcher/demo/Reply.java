package com.neighborbid.launcher.demo;

import jakarta.json.JsonObject;

/**
 * The house's answer to a call: a result, or a problem with a {@link #code()}.
 *
 * @param body empty where the answer had no JSON object
 */
record Reply(int status, JsonObject body) {
    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The problem's code, empty without one. */
    String code() {
        return body.getString("code", "");
    }

    /** The body of a success. */
    JsonObject orThrow(String what) {
        if (!ok()) {
            throw new IllegalStateException(what + " was refused: " + inWords());
        }
        return body;
    }

    String inWords() {
        return status + " " + code() + " " + body.getString("detail", "");
    }
}
