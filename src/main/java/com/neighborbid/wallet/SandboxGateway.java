package com.neighborbid.wallet;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.InputReader;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gateway of a house without one: it needs no network and moves no real money. The method says how a payment goes:
 * {@code card_ok} is captured at once, {@code card_declined} refused; {@code card_3ds} waits for the member's
 * confirmation, {@code card_timeout} is found captured when it is asked about later, {@code card_late_webhook} waits for
 * a signed event ({@code {id, type: payment.captured | payment.declined, payment}}).
 */
@ApplicationScoped
class SandboxGateway implements PaymentGateway {
    /** Carries the signature of an event. */
    static final String SIGNATURE = "Sandbox-Signature";

    private static final Set<String> METHODS =
            Set.of("card_ok", "card_declined", "card_3ds", "card_timeout", "card_late_webhook");
    private static final int LONGEST_EVENT_ID = 200;

    private final WalletConfig config;
    private final Time time;

    @Inject
    SandboxGateway(WalletConfig config, Time time) {
        this.config = config;
        this.time = time;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected SandboxGateway() {
        this(null, null);
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public void check(PaymentOrder order) {
        if (!METHODS.contains(order.method())) {
            throw RejectedException.invalid("method", "is none of the sandbox's");
        }
        if (order.amount().amount() > config.sandboxMost()) {
            throw RejectedException.invalid("amount", "must be at most " + config.sandboxMost());
        }
    }

    @Override
    public GatewayAnswer begin(Payment payment) {
        return switch (payment.method()) {
            case "card_ok" -> GatewayAnswer.CAPTURED;
            case "card_declined" -> GatewayAnswer.DECLINED;
            case "card_3ds" ->
                new GatewayAnswer(
                        PaymentStatus.PENDING,
                        Map.of("action", "confirm", "url", "/api/payments/" + Ids.text(payment.id()) + "/confirm"));
            default -> GatewayAnswer.PENDING;
        };
    }

    @Override
    public GatewayAnswer confirm(Payment payment) {
        return payment.method().equals("card_3ds") ? GatewayAnswer.CAPTURED : find(payment);
    }

    @Override
    public GatewayAnswer find(Payment payment) {
        return switch (payment.method()) {
            case "card_ok", "card_timeout" -> GatewayAnswer.CAPTURED;
            case "card_declined" -> GatewayAnswer.DECLINED;
            default -> GatewayAnswer.PENDING;
        };
    }

    @Override
    public Optional<GatewayEvent> read(HttpHeaders headers, byte[] body) {
        String signature = headers.getHeaderString(SIGNATURE);
        long now = time.now();
        if (config.sandboxWebhookSecrets().stream()
                .noneMatch(secret -> new WebhookSignature(secret).matches(signature, body, now))) {
            throw new RejectedException(WalletRejection.BAD_SIGNATURE);
        }
        Input event = InputReader.parse(body);
        String id = event.text("id", 1, LONGEST_EVENT_ID);
        String type = event.text("type", 1, LONGEST_EVENT_ID);
        String payment = event.text("payment", 1, LONGEST_EVENT_ID);
        event.check();
        return status(type)
                .flatMap(status -> Ids.parse(payment).stream()
                        .mapToObj(number -> new GatewayEvent(id, number, status))
                        .findFirst());
    }

    private static Optional<PaymentStatus> status(String type) {
        return switch (type) {
            case "payment.captured" -> Optional.of(PaymentStatus.CAPTURED);
            case "payment.declined" -> Optional.of(PaymentStatus.DECLINED);
            default -> Optional.empty();
        };
    }
}
