package com.neighborbid.settlement;

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

/**
 * Settles auctions as their closes are recorded. It needs no inbox, since an auction is settled once however often it
 * is asked for. What fails is thrown back: the broker delivers it again after a while, and at last to the dead letters.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Messages.RESOURCE_ADAPTER),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = SettlementWorker.QUEUE),
            @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Messages.ON_WORKERS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WebContext.class)
public class SettlementWorker implements MessageListener {
    /** Written to by bidding; a message's body is the public id of a closed auction. */
    static final String QUEUE = "nb.settlement";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Settlements settlements;

    @Override
    public void onMessage(Message message) {
        try {
            settlements.settle(Ids.parse(message.getBody(String.class)).orElseThrow());
        } catch (JMSException e) {
            throw new IllegalStateException("A message of the settlement queue is not a text", e);
        }
    }
}
