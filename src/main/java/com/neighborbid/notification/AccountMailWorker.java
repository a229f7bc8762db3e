package com.neighborbid.notification;

import com.neighborbid.member.AccountNotice;
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
import java.util.Optional;

/**
 * Sends the mails about accounts, holding no transaction while it does. What fails is thrown back, for the broker to
 * deliver again; a mail that is sent twice has the link of the second alone be good.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Messages.RESOURCE_ADAPTER),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = AccountNotice.QUEUE),
            @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Messages.ON_WORKERS),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WebContext.class)
public class AccountMailWorker implements MessageListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private AccountMails mails;

    @Override
    public void onMessage(Message message) {
        try {
            Optional<AccountNotice> notice = AccountNotice.parse(message.getBody(String.class));
            mails.send(notice.orElseThrow(() -> new IllegalStateException("A notice of a kind that is not known")));
        } catch (JMSException e) {
            throw new IllegalStateException("A message of the account queue is not a text", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be sent", e);
        }
    }
}
