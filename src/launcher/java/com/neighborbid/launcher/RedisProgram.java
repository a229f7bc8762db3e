package com.neighborbid.launcher;

import java.nio.file.Path;

/** Which Redis is run where none is named: {@code redis-server} of the PATH if it is new enough, else the one we carry. */
public final class RedisProgram {
    private RedisProgram() {}

    /**
     * The program to execute.
     *
     * @param engines where the one that we carry is unpacked
     */
    public static String at(Path engines) {
        return RedisOnPath.find()
                .orElseGet(() -> new Binaries(engines)
                        .executable(Platform.here().redisBinary(), "redis-server-7.0.15")
                        .toString());
    }
}
