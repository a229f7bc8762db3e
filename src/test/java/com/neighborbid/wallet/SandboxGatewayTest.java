package com.neighborbid.wallet;

import static com.neighborbid.wallet.WalletFixture.won;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxGatewayTest {
    private static final String SECRET = "whsec_test";

    private final Time time = new Time();
    private final SandboxGateway gateway = new SandboxGateway(new WalletConfig(1_000, SECRET, 0), time);

    @ParameterizedTest
    @CsvSource({
        "card_ok,           CAPTURED, CAPTURED, CAPTURED",
        "card_declined,     DECLINED, DECLINED, DECLINED",
        "card_3ds,          PENDING,  CAPTURED, PENDING",
        "card_timeout,      PENDING,  CAPTURED, CAPTURED",
        "card_late_webhook, PENDING,  PENDING,  PENDING"
    })
    void goesAsItsMethodSays(String method, PaymentStatus begun, PaymentStatus confirmed, PaymentStatus found) {
        Payment payment = new Payment(1, 2, order(method, 500), 0, 0);
        assertEquals(begun, gateway.begin(payment).status());
        assertEquals(confirmed, gateway.confirm(payment).status());
        assertEquals(found, gateway.find(payment).status());
    }

    @Test
    void takesItsMethodsUpToItsMost() {
        assertDoesNotThrow(() -> gateway.check(order("card_ok", 1_000)));
        assertThrows(RejectedException.class, () -> gateway.check(order("card_ok", 1_001)));
        assertThrows(RejectedException.class, () -> gateway.check(order("cash", 1_000)));
    }

    @Test
    void readsItsSignedEvents() {
        String body = "{\"id\":\"evt_1\",\"type\":\"payment.captured\",\"payment\":\"" + Ids.text(77) + "\"}";
        assertEquals(
                Optional.of(new GatewayEvent("evt_1", 77, PaymentStatus.CAPTURED)),
                gateway.read(signed(body), bytes(body)));
    }

    @Test
    void passesOverEventsThatDoNotMatter() {
        String body = "{\"id\":\"evt_1\",\"type\":\"payout.paid\",\"payment\":\"x\"}";
        assertEquals(Optional.empty(), gateway.read(signed(body), bytes(body)));
    }

    @Test
    void takesEitherSecretWhileOneReplacesTheOther() {
        String body = "{\"id\":\"evt_1\",\"type\":\"payout.paid\",\"payment\":\"x\"}";
        for (String secrets : List.of("new, " + SECRET, SECRET + ",new", SECRET)) {
            SandboxGateway both = new SandboxGateway(new WalletConfig(1_000, secrets, 0), time);
            assertEquals(Optional.empty(), both.read(signed(body), bytes(body)), secrets);
        }
        for (String secrets : List.of("new", "", ",", "new," + SECRET.substring(1))) {
            SandboxGateway neither = new SandboxGateway(new WalletConfig(1_000, secrets, 0), time);
            assertThrows(RejectedException.class, () -> neither.read(signed(body), bytes(body)), secrets);
        }
    }

    @Test
    void refusesWhatItDidNotSign() {
        RejectedException refused =
                assertThrows(RejectedException.class, () -> gateway.read(signed("{}"), bytes("{\"id\":1}")));
        assertEquals(WalletRejection.BAD_SIGNATURE, refused.rejection());
    }

    private static PaymentOrder order(String method, long amount) {
        return new PaymentOrder(won(amount), "sandbox", method);
    }

    private HttpHeaders signed(String body) {
        String seconds = Long.toString(time.now() / 1000);
        String header = "t=" + seconds + ",v1=" + new WebhookSignature(SECRET).sign(seconds, bytes(body));
        return (HttpHeaders) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpHeaders.class}, (proxy, method, arguments) -> header);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
