package com.neighborbid.wallet;

import static com.neighborbid.wallet.WalletFixture.won;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.RejectedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PaymentsTest {
    private static final WalletFixture HOUSE = new WalletFixture();

    private final ScriptedGateway gateway = new ScriptedGateway();
    private final long mina = HOUSE.memberWith(0);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void whatIsCapturedAtOnceIsInTheWalletAtOnce() {
        assertEquals(PaymentStatus.CAPTURED, begin(PaymentStatus.CAPTURED).status());
        assertEquals(5_000, available());
    }

    @Test
    void whatIsDeclinedLeavesNothingBehind() {
        RejectedException refused = assertThrows(RejectedException.class, () -> begin(PaymentStatus.DECLINED));
        assertEquals(WalletRejection.PAYMENT_DECLINED, refused.rejection());
        assertEquals(0, available());
    }

    @Test
    void aPendingOneIsCreditedOnceHoweverOftenItIsCaptured() {
        Payment payment = begin(PaymentStatus.PENDING);
        assertEquals(0, available());
        for (int i = 0; i < 3; i++) {
            apply(payment, PaymentStatus.CAPTURED);
        }
        assertEquals(5_000, available());
    }

    @Test
    void aCapturedOneStaysCapturedAndADeclinedOneMayStillBeCaptured() {
        Payment payment = begin(PaymentStatus.PENDING);
        assertEquals(
                PaymentStatus.DECLINED, apply(payment, PaymentStatus.DECLINED).status());
        assertEquals(
                PaymentStatus.CAPTURED, apply(payment, PaymentStatus.CAPTURED).status());
        assertEquals(
                PaymentStatus.CAPTURED, apply(payment, PaymentStatus.DECLINED).status());
        assertEquals(5_000, available());
    }

    @Test
    void anEventHasItsEffectOnce() {
        Payment payment = begin(PaymentStatus.PENDING);
        GatewayEvent event = new GatewayEvent("evt" + payment.id(), payment.id(), PaymentStatus.CAPTURED);
        HOUSE.pay(payments -> payments.receive("scripted", event));
        HOUSE.pay(payments -> payments.receive("scripted", event));
        assertEquals(5_000, available());
    }

    @Test
    void anEventOfAnotherGatewayOrAboutNothingChangesNothing() {
        Payment payment = begin(PaymentStatus.PENDING);
        HOUSE.pay(
                payments -> payments.receive("sandbox", new GatewayEvent("e1", payment.id(), PaymentStatus.CAPTURED)));
        HOUSE.pay(payments -> payments.receive("scripted", new GatewayEvent("e2", 7, PaymentStatus.CAPTURED)));
        assertEquals(0, available());
    }

    @Test
    void aPendingOneIsAskedAboutUntilItIsKnown() {
        Payment payment = begin(PaymentStatus.PENDING);
        assertTrue(isDue(payment));
        HOUSE.pay(payments -> payments.reconcile(payment.id(), PaymentStatus.PENDING));
        assertTrue(!isDue(payment), "asked again only after a while");
        HOUSE.pay(payments -> payments.reconcile(payment.id(), PaymentStatus.CAPTURED));
        assertEquals(5_000, available());
    }

    @Test
    void isSeenByItsMemberAlone() {
        Payment payment = begin(PaymentStatus.PENDING);
        long joon = HOUSE.memberWith(0);
        assertEquals(Optional.empty(), HOUSE.askPayments(payments -> payments.find(joon, payment.id())));
        assertTrue(
                HOUSE.askPayments(payments -> payments.find(mina, payment.id())).isPresent());
    }

    private Payment begin(PaymentStatus said) {
        gateway.says = said;
        PaymentOrder order = new PaymentOrder(won(5_000), "scripted", "card");
        return HOUSE.askPayments(payments -> payments.begin(mina, order, gateway))
                .payment();
    }

    private static Payment apply(Payment payment, PaymentStatus said) {
        return HOUSE.askPayments(payments -> payments.apply(payment.id(), said));
    }

    private static boolean isDue(Payment payment) {
        List<Payment> due = HOUSE.askPayments(Payments::due);
        return due.stream().anyMatch(found -> found.id() == payment.id());
    }

    private long available() {
        return HOUSE.balance(mina).available();
    }
}
