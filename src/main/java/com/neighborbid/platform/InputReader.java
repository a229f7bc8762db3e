package com.neighborbid.platform;

import jakarta.json.JsonException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads a JSON body of at most 64 KiB as {@link Input}; anything else is {@code MALFORMED} or {@code TOO_LARGE}. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class InputReader implements MessageBodyReader<Input> {
    private static final int MOST_BYTES = 64 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Input.class;
    }

    @Override
    public Input readFrom(
            Class<Input> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new RejectedException(CommonRejection.TOO_LARGE);
        }
        return parse(bytes);
    }

    /** The object that JSON in UTF-8 stands for; anything else is {@code MALFORMED}. */
    public static Input parse(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return new Input(Json.object(new InputStreamReader(new ByteArrayInputStream(bytes), decoder)));
        } catch (JsonException unreadable) {
            throw new RejectedException(
                    CommonRejection.MALFORMED, "The body is not one JSON object in UTF-8 with each name in it once.");
        }
    }
}
