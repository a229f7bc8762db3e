package com.neighborbid.platform;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisExecProvider;

/**
 * A real Redis for tests, on a free port of this machine: {@code redis-server} of the PATH where it is 7 or newer, else
 * the binary that comes with the test dependencies. Keeps nothing on disk unless its options say so.
 */
public final class RedisServer implements AutoCloseable {
    private static final int STARTS_MAX = 3;

    private final Process process;
    private final int port;

    private RedisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The one that all tests of this JVM share; they part ways by their keys. It ends with the JVM. */
    public static RedisServer shared() {
        return Shared.SERVER;
    }

    /**
     * Starts one and waits until it takes connections.
     *
     * @param options as on the command line of redis-server
     */
    public static RedisServer start(String... options) {
        return start("Ready to accept connections", port -> command(port, options));
    }

    /** Starts a sentinel with this configuration, which it will change, and waits until it watches. */
    static RedisServer startSentinel(Path configuration) {
        return start("+monitor", port -> {
            List<String> command = new ArrayList<>(List.of(executable(), configuration.toString(), "--sentinel"));
            command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
            return command;
        });
    }

    private static RedisServer start(String ready, IntFunction<List<String>> command) {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                Process process = new ProcessBuilder(command.apply(port))
                        .redirectErrorStream(true)
                        .start();
                if (isReady(process, ready)) {
                    RedisServer server = new RedisServer(process, port);
                    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
                    return server;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (attempt == STARTS_MAX) {
                throw new IllegalStateException("redis-server does not start");
            }
        }
    }

    public int port() {
        return port;
    }

    /** As in the setting {@code nb.redis.url}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** A new client with a pool of its own; the caller closes it. */
    public RedisClient client() {
        return RedisClient.create("127.0.0.1", port);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, as a power cut would. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static List<String> command(int port, String... options) {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", ""));
        command.addAll(Arrays.asList(options));
        return command;
    }

    private static boolean isReady(Process process, String ready) throws IOException {
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains(ready)) {
                Thread drain = new Thread(() -> log.lines().forEach(ignored -> {}), "redis-log");
                drain.setDaemon(true);
                drain.start();
                return true;
            }
        }
        return false;
    }

    /** A port of this machine that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String executable() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, "redis-server");
            if (Files.isExecutable(candidate) && isNewEnough(candidate)) {
                return candidate.toString();
            }
        }
        try {
            return RedisExecProvider.defaultProvider().get().getAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNewEnough(Path executable) {
        try {
            Process process = new ProcessBuilder(executable.toString(), "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int at = version.indexOf("v=");
            return at >= 0 && Integer.parseInt(version.substring(at + 2, version.indexOf('.', at))) >= 7;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final RedisServer SERVER = start();
    }
}
