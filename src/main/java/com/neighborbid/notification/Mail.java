package com.neighborbid.notification;

/**
 * A plain-text mail, the same at every attempt to send it.
 *
 * @param id public id of the notification that it is of, or its own
 * @param to one address
 * @param subject one line
 * @param at milliseconds since the epoch: its date
 */
record Mail(String id, String to, String subject, String body, long at) {}
