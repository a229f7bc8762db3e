package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void showsNoSecret() {
        assertEquals("******", Settings.masked("nb.admin.password", "hunter2"));
        assertEquals("", Settings.masked("nb.admin.password", ""));
        assertEquals("redis://******@host:1", Settings.masked("nb.redis.url", "redis://:hunter2@host:1"));
        assertEquals(
                "jdbc:postgresql://host/nb?user=nb&password=******&ssl=true",
                Settings.masked("nb.db.url", "jdbc:postgresql://host/nb?user=nb&password=hunter2&ssl=true"));
    }

    @Test
    void showsWhatIsNoSecret() {
        assertEquals("2", Settings.masked("nb.password.hashes", "2"));
        assertEquals("redis://host:1", Settings.masked("nb.redis.url", "redis://host:1"));
    }
}
