package com.neighborbid.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Questions of strangers for lists, {@code name=value&...}: refused, or within bounds, with a cursor that is one. */
class ListQueryFuzzTest {
    @FuzzTest
    void readsOrRefusesAnyQuestion(byte[] input) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String part : new String(input, StandardCharsets.UTF_8).split("&", 20)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.add(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        ListQuery query;
        try {
            query = ListQuery.of(parameters, OptionalLong.of(7));
        } catch (RejectedException refused) {
            assertEquals(400, refused.rejection().status());
            return;
        }
        assertTrue(query.limit() >= 1 && query.limit() <= Page.MOST);
        ListCursor after = query.after();
        if (after != null) {
            assertEquals(after, ListCursor.parse(after.text(query.sort()), query.sort()));
        }
        Near near = query.near();
        if (near != null) {
            verify(near);
        }
    }

    private static void verify(Near near) {
        Double radius = near.radiusKm();
        Near.Box box = near.box(radius == null ? 1 : radius);
        boolean holds = box.south() <= near.lat()
                && near.lat() <= box.north()
                && box.west() <= near.lng()
                && near.lng() <= box.east()
                && box.south() >= -90
                && box.north() <= 90
                && box.west() >= -180
                && box.east() <= 180;
        assertTrue(holds, () -> near + " is not in " + box);
    }
}
