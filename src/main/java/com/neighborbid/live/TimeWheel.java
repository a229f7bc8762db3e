package com.neighborbid.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Appointments in a ring of short slots, each item at most once: to make one costs the same however many there are, and
 * one thread turns the wheel for all. It reads no clock; times are milliseconds of whatever clock its owner has.
 */
final class TimeWheel<T> {
    private final int slotMs;
    private final List<List<T>> ring = new ArrayList<>();
    private final Map<T, Long> slotOf = new HashMap<>();
    private long turned;

    /**
     * @param slotMs length of a slot: an item comes due up to that much late, never early
     * @param slots of the ring: what is further away than these comes due at their end, for its owner to put back
     * @param now when the wheel begins
     */
    TimeWheel(int slotMs, int slots, long now) {
        this.slotMs = slotMs;
        this.turned = Math.floorDiv(now, slotMs);
        for (int i = 0; i < slots; i++) {
            ring.add(new ArrayList<>());
        }
    }

    /** Makes an appointment; of two for the same item the earlier holds. One in the past is for the next turn. */
    synchronized void put(T item, long at) {
        long wanted = Math.floorDiv(at + slotMs - 1, slotMs);
        long slot = Math.min(Math.max(wanted, turned + 1), turned + ring.size());
        Long before = slotOf.get(item);
        if (before == null || slot < before) {
            slotOf.put(item, slot);
            ring.get(index(slot)).add(item);
        }
    }

    /** What has come due by now, and is forgotten with that. */
    synchronized List<T> turn(long now) {
        List<T> due = new ArrayList<>();
        long last = Math.floorDiv(now, slotMs);
        long first = Math.max(turned + 1, last - ring.size() + 1);
        for (long slot = first; slot <= last; slot++) {
            List<T> items = ring.get(index(slot));
            for (T item : items) {
                Long kept = slotOf.get(item);
                if (kept != null && kept <= last && index(kept) == index(slot)) {
                    slotOf.remove(item);
                    due.add(item);
                }
            }
            items.clear();
        }
        turned = Math.max(turned, last);
        return due;
    }

    private int index(long slot) {
        return (int) Math.floorMod(slot, (long) ring.size());
    }
}
