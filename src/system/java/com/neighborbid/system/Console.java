package com.neighborbid.system;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;

/** The console as an admin of a test's house uses it. */
final class Console {
    static final String REASON = "The house has looked at it";

    private final ContractClient admin;

    private Console(ContractClient admin) {
        this.admin = admin;
    }

    /** Signs the first admin in. */
    static Console of(URI house) {
        return new Console(ContractClient.visiting(house).login(RunningHouse.ADMIN_EMAIL, RunningHouse.ADMIN_PASSWORD));
    }

    ContractClient admin() {
        return admin;
    }

    /** Does something, with a reason and confirmed; {@code fields} are names and values (texts, numbers) in turn. */
    Answer act(String path, Object... fields) {
        JsonObjectBuilder body = Json.createObjectBuilder(GoodCall.object(fields))
                .add("reason", REASON)
                .add("confirm", true);
        return admin.call("POST", "/api/admin" + path, body.build());
    }

    /** The first rows of a list that have this text. */
    List<JsonObject> rows(String list, String text) {
        return admin.get("/api/admin/" + list + "?limit=1000&q=" + text)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** What the audit has on a subject, the latest first, as action and outcome. */
    List<String> audited(String subject) {
        return rows("audit", subject).stream()
                .map(entry -> entry.getString("action") + " " + entry.getString("outcome"))
                .toList();
    }
}
