package com.neighborbid.platform;

/**
 * A message that failed as often as the broker tries.
 *
 * @param id the broker's, by which it is replayed or discarded
 * @param queue where it failed
 * @param messageId what the receiver's {@link Inbox} knows it by; empty for one that had none
 * @param sentAt milliseconds since the epoch
 */
public record DeadLetter(String id, String queue, String messageId, String body, long sentAt) {}
