package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Lifecycle.Phase;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final Lifecycle life = new Lifecycle();

    @Test
    void isDeployedBeforeItServes() {
        assertFalse(life.isDeployed());
        life.deployed();
        assertTrue(life.isDeployed());
        assertEquals(Phase.STARTING, life.phase(), "the preconditions are still to be met");
        life.serve();
        assertEquals(Phase.SERVING, life.phase());
    }

    @Test
    void neverServesAgainOnceItStops() {
        life.stop(this);
        life.serve();
        assertEquals(Phase.STOPPING, life.phase());
    }
}
