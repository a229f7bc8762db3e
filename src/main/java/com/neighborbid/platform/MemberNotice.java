package com.neighborbid.platform;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member is to be told about an auction. Any component writes it into the {@link Outbox}, with what it
 * tells of; notification receives it.
 *
 * @param kind one of notification's kinds, such as {@code OUTBID}
 * @param order the order that it is about, where there is one
 * @param amount in the minor unit of the auction's currency, where it is about one
 * @param reason a code that says why, where that is not plain
 */
public record MemberNotice(
        String kind,
        long member,
        long auction,
        @Nullable Long order,
        @Nullable Long amount,
        @Nullable String reason) {
    /** Where notices wait; a message's body is the {@link #json()} of one. */
    public static final String QUEUE = "nb.notices";

    /** The JSON text; ids in their public form, nothing for what is null. */
    public String json() {
        JsonObjectBuilder object =
                Json.object().add("kind", kind).add("member", Ids.text(member)).add("auction", Ids.text(auction));
        if (order != null) {
            object.add("order", Ids.text(order));
        }
        if (amount != null) {
            object.add("amount", amount);
        }
        if (reason != null) {
            object.add("reason", reason);
        }
        return object.build().toString();
    }

    /** The notice behind a {@link #json()} text; fields that it does not know are ignored. */
    public static MemberNotice parse(String json) {
        JsonObject object = Json.object(json);
        return new MemberNotice(
                object.getString("kind"),
                id(object, "member"),
                id(object, "auction"),
                object.containsKey("order") ? id(object, "order") : null,
                object.containsKey("amount") ? object.getJsonNumber("amount").longValueExact() : null,
                object.getString("reason", null));
    }

    private static long id(JsonObject object, String field) {
        OptionalLong id = Ids.parse(object.getString(field));
        return id.orElseThrow(() -> new IllegalArgumentException("No id in " + field + " of " + object));
    }
}
