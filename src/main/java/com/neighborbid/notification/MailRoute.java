package com.neighborbid.notification;

import jakarta.mail.MessagingException;

/** The way that mails leave the house. */
interface MailRoute {
    /**
     * Sends a mail, and returns when it is taken.
     *
     * @throws MessagingException when it may not have been taken
     */
    void send(Mail mail) throws MessagingException;
}
