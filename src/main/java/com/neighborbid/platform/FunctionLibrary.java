package com.neighborbid.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis function library that comes with the WAR. A server that does not have it (a new one, one after a failover)
 * says that the function is not found: it is then loaded, and the call is made once more.
 */
public final class FunctionLibrary {
    private final Redis redis;
    private final String source;

    /**
     * @param owner the class beside which the resource stands
     * @param resource the library's file
     */
    public FunctionLibrary(Redis redis, Class<?> owner, String resource) {
        this.redis = redis;
        try (InputStream file = owner.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("No resource " + resource + " beside " + owner);
            }
            source = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads this version in place of any other: a server may still have an older one. */
    public void load() {
        redis.call(client -> client.functionLoadReplace(source));
    }

    /** One function call. */
    public record Call(String function, List<String> keys, List<String> arguments) {}

    /**
     * Calls a function.
     *
     * @return its answer, a list of texts (a single text is a list of one)
     * @throws UnavailableException when Redis does not answer
     */
    public List<String> call(Call call) {
        return redis.call(call.function, client -> {
            try {
                return texts(client.fcall(call.function, call.keys, call.arguments));
            } catch (JedisDataException e) {
                loadIfMissing(client, e);
                return texts(client.fcall(call.function, call.keys, call.arguments));
            }
        });
    }

    /**
     * Calls many in one go over one connection; Redis syncs its log once for all of them.
     *
     * @return an answer for each call, in order
     * @throws UnavailableException when the connection broke: then some may have happened
     */
    public List<List<String>> callAll(List<Call> calls) {
        String name = calls.isEmpty() ? "no function" : calls.get(0).function;
        return redis.call(name, client -> {
            List<Response<Object>> responses = send(client, calls);
            List<List<String>> answers = new ArrayList<>(calls.size());
            for (int i = 0; i < calls.size(); i++) {
                answers.add(answer(client, calls.get(i), responses.get(i)));
            }
            return answers;
        });
    }

    private static List<Response<Object>> send(RedisClient client, List<Call> calls) {
        List<Response<Object>> responses = new ArrayList<>(calls.size());
        try (AbstractPipeline pipeline = client.pipelined()) {
            for (Call call : calls) {
                responses.add(pipeline.fcall(call.function, call.keys, call.arguments));
            }
            pipeline.sync();
        }
        return responses;
    }

    private List<String> answer(RedisClient client, Call call, Response<Object> response) {
        try {
            return texts(response.get());
        } catch (JedisDataException e) {
            loadIfMissing(client, e);
            return texts(client.fcall(call.function, call.keys, call.arguments));
        }
    }

    private void loadIfMissing(RedisClient client, JedisException e) {
        if (e.getMessage() == null || !e.getMessage().contains("Function not found")) {
            throw e;
        }
        client.functionLoadReplace(source);
    }

    private static List<String> texts(Object answer) {
        if (!(answer instanceof List<?> list)) {
            return List.of(String.valueOf(answer));
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object item : list) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }
}
