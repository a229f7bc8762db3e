package com.neighborbid.notification;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Messages;
import com.neighborbid.platform.WebContext;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.MessagingException;

/**
 * Sends the mails of notifications, holding no transaction while it does. What fails is thrown back: the broker delivers
 * it again after a while, and at last to the dead letters. A crash between the sending and the note of it sends the same
 * mail again, with the same Message-ID.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Messages.RESOURCE_ADAPTER),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = MailWorker.QUEUE),
            @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Messages.ON_WORKERS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WebContext.class)
public class MailWorker implements MessageListener {
    /** A message's body is the public id of a notification. */
    static final String QUEUE = "nb.mail";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Mails mails;

    @Override
    public void onMessage(Message message) {
        try {
            mails.send(Ids.parse(message.getBody(String.class)).orElseThrow());
        } catch (JMSException e) {
            throw new IllegalStateException("A message of the mail queue is not a text", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be sent", e);
        }
    }
}
