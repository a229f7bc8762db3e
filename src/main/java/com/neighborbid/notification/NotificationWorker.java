package com.neighborbid.notification;

import com.neighborbid.platform.MemberNotice;
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

/**
 * Takes notices. What fails is thrown back: the broker delivers it again after a while, and at last to the dead letters.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Messages.RESOURCE_ADAPTER),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = MemberNotice.QUEUE),
            @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Messages.ON_WORKERS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WebContext.class)
public class NotificationWorker implements MessageListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Notifications notifications;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private NotificationNews news;

    @Override
    public void onMessage(Message message) {
        try {
            notifications
                    .take(Messages.idOf(message), MemberNotice.parse(message.getBody(String.class)))
                    .ifPresent(news::written);
        } catch (JMSException e) {
            throw new IllegalStateException("A message of the notice queue is not a text", e);
        }
    }
}
