package com.neighborbid.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Watches one engine: when its process ends, starts it again, until the budget is spent or the house closes. */
final class Supervisor {
    private final Engine engine;
    private final RestartBudget budget;
    private final Duration pause;
    private final BooleanSupplier closing;
    private final Consumer<String> say;

    /** @param pause between two starts when the first of them failed */
    Supervisor(Engine engine, RestartBudget budget, Duration pause, BooleanSupplier closing, Consumer<String> say) {
        this.engine = engine;
        this.budget = budget;
        this.pause = pause;
        this.closing = closing;
        this.say = say;
    }

    /**
     * Returns when the house closes.
     *
     * @throws LaunchFailure when the engine cannot be kept up
     */
    void watch(Child first) throws InterruptedException {
        Child child = first;
        while (true) {
            int code = child.process().waitFor();
            if (closing.getAsBoolean()) {
                return;
            }
            say.accept(label() + " ended (" + inWords(code) + "), starting it again");
            child = startAgain();
        }
    }

    private Child startAgain() throws InterruptedException {
        while (budget.take()) {
            long began = System.nanoTime();
            try {
                Child child = engine.start();
                say.accept("%s is back after %.1f s".formatted(label(), (System.nanoTime() - began) / 1e9));
                return child;
            } catch (LaunchFailure e) {
                if (closing.getAsBoolean()) {
                    throw e;
                }
                say.accept(e.getMessage());
                Thread.sleep(pause.toMillis());
            }
        }
        throw new LaunchFailure(label() + " was started again " + budget + " and ended each time; giving up");
    }

    private String label() {
        return engine.part().label();
    }

    private static String inWords(int code) {
        return code > 128 ? "signal " + (code - 128) : "exit code " + code;
    }
}
