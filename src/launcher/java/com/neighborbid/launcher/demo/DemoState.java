package com.neighborbid.launcher.demo;

import com.neighborbid.launcher.PrivateFile;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a restarted demo must know: its members' sessions, and which auction each lot is in. Kept in {@code demo.json},
 * which its owner alone may read. Only a convenience: lost, the members log in again and the lots are put up anew.
 */
final class DemoState {
    private final Path file;
    private final Map<String, String> tokens = new TreeMap<>();
    private final Map<String, String> auctions = new TreeMap<>();

    DemoState(Path dataDir) {
        file = dataDir.resolve("demo.json");
        if (Files.exists(file)) {
            read();
        }
    }

    @Nullable
    String token(String email) {
        return tokens.get(email);
    }

    void keepToken(String email, String token) {
        tokens.put(email, token);
        write();
    }

    void forgetToken(String email) {
        if (tokens.remove(email) != null) {
            write();
        }
    }

    /** The auction that a lot was last put up in. */
    @Nullable
    String auction(String lot) {
        return auctions.get(lot);
    }

    void keepAuction(String lot, String auction) {
        auctions.put(lot, auction);
        write();
    }

    private void read() {
        try {
            JsonObject json = JsonText.object(Files.readString(file));
            copy(json, "tokens", tokens);
            copy(json, "auctions", auctions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException notOurs) {
            tokens.clear();
            auctions.clear();
        }
    }

    private static void copy(JsonObject json, String name, Map<String, String> into) {
        if (json.get(name) instanceof JsonObject object) {
            object.forEach((key, value) -> {
                if (value.getValueType() == JsonValue.ValueType.STRING) {
                    into.put(key, object.getString(key));
                }
            });
        }
    }

    private void write() {
        JsonObject json = Json.createObjectBuilder()
                .add("tokens", Json.createObjectBuilder(Map.copyOf(tokens)))
                .add("auctions", Json.createObjectBuilder(Map.copyOf(auctions)))
                .build();
        try {
            PrivateFile.replace(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
