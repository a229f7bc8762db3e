package com.neighborbid.bidding;

import com.neighborbid.bidding.AuctionEvent.Numbered;
import com.neighborbid.platform.FunctionLibrary.Call;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Records batches of events, one after another, and tells Redis and the rooms how far it is. What fails is thrown back:
 * the broker delivers it again after a while, and at last to the dead letters.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Messages.RESOURCE_ADAPTER),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = EventRelay.QUEUE),
            @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Messages.ON_WORKERS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WebContext.class)
public class BidRecorder implements MessageListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidLog log;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFigures figures;

    @Override
    public void onMessage(Message message) {
        try {
            BidLog.Result result = log.record(RelayedBatch.parse(message.getBody(String.class)));
            figures.recorded(result.recorded());
            tell(result);
        } catch (JMSException e) {
            throw new IllegalStateException("A message of the bid queue is not a text", e);
        }
    }

    private void tell(BidLog.Result result) {
        List<Call> calls = new ArrayList<>();
        for (BidLog.Head head : result.heads()) {
            calls.add(functions.recorded(head.auction(), head.seq(), head.hash(), head.n()));
        }
        for (Numbered fenced : result.fenced()) {
            calls.add(functions.reinstate(Ids.parse(fenced.auction()).orElseThrow(), fenced.text()));
        }
        functions.all(calls);
    }
}
