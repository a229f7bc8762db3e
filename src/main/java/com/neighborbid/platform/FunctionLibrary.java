package com.neighborbid.platform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * A Redis function library that comes with the WAR. A server that does not have it (a new one, one after a failover)
 * says that the function is not found: it is then loaded, and the call is made once more.
 */
public final class FunctionLibrary {
    private final Redis redis;
    private final String source;

    /** @param source the library, as {@code FUNCTION LOAD} takes it */
    public FunctionLibrary(Redis redis, String source) {
        this.redis = redis;
        this.source = source;
    }

    /** Loads this version in place of any other, on every server: one may still have an older. */
    public void load() {
        redis.onEach(server -> server.functionLoadReplace(source));
    }

    /**
     * One function call.
     *
     * @param keys at least one, all of one slot
     */
    public record Call(String function, List<String> keys, List<String> arguments) {
        String firstKey() {
            return keys.get(0);
        }
    }

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
                loadIfMissing(call, e);
                return texts(client.fcall(call.function, call.keys, call.arguments));
            }
        });
    }

    /**
     * Calls many in one go; a server syncs its log once for all of its own.
     *
     * @return an answer for each call, in order
     * @throws UnavailableException when a server did not answer: then some may have happened
     */
    public List<List<String>> callAll(List<Call> calls) {
        List<List<String>> answers = new ArrayList<>(calls.size());
        List<RedisBatch.Reply<Object>> replies = send(calls, null);
        for (int i = 0; i < replies.size(); i++) {
            answers.add(answer(calls.get(i), replies.get(i)));
        }
        return answers;
    }

    /**
     * As {@link #callAll}, but a server that did not answer takes nothing from the others.
     *
     * @param replicas how many must have what was written, from 0
     * @param withinMs how long that may take
     * @return for each call an answer, or what happened in place of one: then it may have happened
     */
    public List<Attempt> tryAll(List<Call> calls, int replicas, int withinMs) {
        List<Attempt> attempts = new ArrayList<>(calls.size());
        List<RedisBatch.Reply<Object>> replies =
                send(calls, replicas == 0 ? null : new RedisBatch.Wait(replicas, withinMs));
        for (int i = 0; i < replies.size(); i++) {
            try {
                attempts.add(new Attempt(answer(calls.get(i), replies.get(i)), null));
            } catch (UnavailableException e) {
                attempts.add(new Attempt(List.of(), e));
            }
        }
        return attempts;
    }

    /**
     * What came of a call.
     *
     * @param failure null when it was answered
     */
    public record Attempt(List<String> answer, @Nullable UnavailableException failure) {}

    private List<RedisBatch.Reply<Object>> send(List<Call> calls, RedisBatch.@Nullable Wait wait) {
        return redis.step(
                calls.isEmpty() ? "no function" : calls.get(0).function,
                () -> redis.batch(
                        calls,
                        Call::firstKey,
                        (pipe, call) -> pipe.fcall(call.function, call.keys, call.arguments),
                        wait));
    }

    private List<String> answer(Call call, RedisBatch.Reply<Object> reply) {
        try {
            return texts(reply.get());
        } catch (JedisRedirectionException moved) {
            return call(call);
        } catch (JedisDataException e) {
            loadIfMissing(call, e);
            return call(call);
        } catch (JedisException e) {
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        }
    }

    private void loadIfMissing(Call call, JedisDataException e) {
        if (e.getMessage() == null || !e.getMessage().contains("Function not found")) {
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        }
        redis.on(call.firstKey(), server -> server.functionLoadReplace(source));
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
