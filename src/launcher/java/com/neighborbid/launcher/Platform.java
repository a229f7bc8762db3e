package com.neighborbid.launcher;

import java.util.Locale;

/** The kind of machine, as far as engines' binaries come for it: Linux and macOS, on x86-64 and arm64. */
record Platform(boolean mac, boolean arm) {

    /** @throws LaunchFailure on any other machine */
    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String architecture) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean mac = os.contains("mac");
        boolean arm = architecture.equals("aarch64");
        boolean known =
                (mac || os.contains("linux")) && (arm || architecture.equals("amd64") || architecture.equals("x86_64"));
        if (!known) {
            throw new LaunchFailure("no embedded engines for " + osName + " on " + architecture
                    + "; set NB_DB_URL, NB_REDIS_URL and NB_JMS_URL to engines of your own");
        }
        return new Platform(mac, arm);
    }

    String postgresArchive() {
        return "/postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    String redisBinary() {
        return "/redis-server-7.0.15-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm64" : "amd64");
    }
}
