package com.neighborbid.launcher;

import com.neighborbid.launcher.demo.Demo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The command behind {@code ./mvnw -Prun}: opens the house that the environment describes, tells how to reach it, and
 * stays until Ctrl-C. Ends with exit code 1 and a message when the house cannot be opened or kept up.
 */
public final class Launcher {
    private Launcher() {}

    /** Takes no arguments; see the README for the variables. */
    public static void main(String[] args) throws InterruptedException {
        try {
            HouseConfig config =
                    HouseConfig.fromEnvironment(System.getenv(), Path.of("").toAbsolutePath());
            House house = new House(config, Launcher::say);
            Demo demo = new Demo(config.dataDir(), Launcher::say);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(house, demo), "close"));
            run(house, config.hasDemo() ? demo : null);
        } catch (LaunchFailure e) {
            say("FAILED: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(House house, @Nullable Demo demo) throws InterruptedException {
        long began = System.nanoTime();
        try {
            house.open();
            say("ready after %.0f s: %s   (Ctrl-C ends it)".formatted((System.nanoTime() - began) / 1e9, house.url()));
            if (demo != null) {
                demo.start(house.url());
            }
            house.awaitEnd();
        } catch (LaunchFailure e) {
            // A house that is being closed fails to open, as it should.
            if (!house.closing()) {
                throw e;
            }
        }
    }

    private static void close(House house, Demo demo) {
        say("closing");
        demo.close();
        house.close();
        say("closed");
    }

    private static void say(String message) {
        System.out.println("[house] " + message);
    }
}
