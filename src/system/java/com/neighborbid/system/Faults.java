package com.neighborbid.system;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.Part;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.ContractException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Kills a house's processes with SIGKILL, and waits until the house is ready again by itself. */
final class Faults {
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final House house;
    private final ContractClient visitor;
    private final Map<String, Long> recoveryMillis = new TreeMap<>();

    Faults(House house) {
        this.house = house;
        this.visitor = ContractClient.visiting(house.url());
    }

    /** Kills the part and returns when another process stands for it and bids are taken. */
    void kill(Part part) {
        long before = System.nanoTime();
        long pid = house.pid(part);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Eventually.holds(PATIENCE, () -> replaced(part, pid) && ready(), part + " does not come back");
        // A house that says it is ready is: no second try.
        visitor.anyCategory();
        recoveryMillis.put(part.label(), (System.nanoTime() - before) / 1_000_000);
    }

    private boolean replaced(Part part, long pid) {
        try {
            return house.pid(part) != pid;
        } catch (IllegalStateException notYetStarted) {
            return false;
        }
    }

    private boolean ready() {
        try {
            return visitor.call("GET", "/health/ready", null).status() == 200;
        } catch (ContractException notYetListening) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ms until ready again: " + recoveryMillis;
    }
}
