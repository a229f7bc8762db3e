package com.neighborbid.auction;

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
import java.io.IOException;

/**
 * Makes a thumbnail for each photo, one after another. What fails is thrown back: the broker delivers it again after a
 * while, and at last to the dead letters.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Messages.RESOURCE_ADAPTER),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = Photos.QUEUE),
            @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Messages.ON_WORKERS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WebContext.class)
public class ThumbnailWorker implements MessageListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private ThumbnailMaker maker;

    @Override
    public void onMessage(Message message) {
        try {
            maker.make(
                    Messages.idOf(message),
                    Ids.parse(message.getBody(String.class)).orElseThrow());
        } catch (JMSException | IOException e) {
            throw new IllegalStateException("A thumbnail could not be made", e);
        }
    }
}
