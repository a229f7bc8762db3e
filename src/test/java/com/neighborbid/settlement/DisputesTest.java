package com.neighborbid.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Rejection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputesTest {
    private static final long WEEK = 7L * 86_400_000;
    private static final String WORDS = "The frame is bent, as the photos show";

    private final SettlementFixture fixture = new SettlementFixture();
    private final long seller = fixture.memberWith(0);
    private final long buyer = fixture.memberWith(50_000);
    private final Order order = fixture.sold(seller, buyer, 41_050);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void freezesTheEscrowAndTellsTheOtherSide() {
        fixture.disputes.open(buyer, order.id(), "It is broken");
        fixture.now += WEEK;

        fixture.house.get(EscrowClock.class).turn();

        refuses(OrderRejection.NOT_IN_ESCROW, () -> fixture.orders.receive(buyer, order.id()));
        assertEquals(0, fixture.balance(seller).available());
        assertTrue(fixture.notices()
                .contains(new MemberNotice("DISPUTED", seller, order.auction(), order.id(), 41_050L, null).json()));
    }

    @Test
    void hearsBothSidesAndNobodyElse() {
        long stranger = fixture.memberWith(0);
        fixture.disputes.open(seller, order.id(), "They never came");
        fixture.disputes.say(buyer, order.id(), "I was there");

        refuses(CommonRejection.NOT_FOUND, () -> fixture.disputes.say(stranger, order.id(), "Me too"));
        DisputeView view = fixture.disputes.of(order.id()).orElseThrow();
        assertEquals(Ids.text(seller), view.openedBy());
        assertEquals(
                List.of("They never came", "I was there"),
                view.statements().stream().map(DisputeView.StatementView::text).toList());
    }

    @Test
    void isOpenedOnceWhileTheMoneyIsInEscrow() {
        fixture.disputes.open(buyer, order.id(), "It is broken");
        refuses(OrderRejection.ALREADY_DISPUTED, () -> fixture.disputes.open(seller, order.id(), "It is not"));

        Order paid = fixture.sold(seller, buyer, 100);
        fixture.orders.receive(buyer, paid.id());
        refuses(OrderRejection.NOT_IN_ESCROW, () -> fixture.disputes.open(buyer, paid.id(), "It is broken"));
        refuses(OrderRejection.NOT_DISPUTED, () -> fixture.disputes.say(buyer, paid.id(), "It is broken"));
        refuses(CommonRejection.NOT_FOUND, () -> fixture.disputes.open(fixture.memberWith(0), order.id(), "x"));
    }

    @Test
    void readsSoManyStatementsAndNoMore() {
        fixture.disputes.open(buyer, order.id(), "1");
        List.of("2", "3", "4").forEach(text -> fixture.disputes.say(seller, order.id(), text));

        refuses(OrderRejection.ENOUGH_SAID, () -> fixture.disputes.say(buyer, order.id(), "5"));
    }

    @ParameterizedTest
    @CsvSource({
        // The fee of 41,050 is 1,231; of what is left to the seller, its share, rounded down.
        "SELLER, 0, 39819, 8950, 1231, RELEASED",
        "BUYER, 0, 0, 50000, 0, REFUNDED",
        "SPLIT, 20000, 20419, 28950, 631, RELEASED",
        "SPLIT, 1, 39819, 8951, 1230, RELEASED",
        "SPLIT, 41049, 1, 49999, 0, RELEASED",
    })
    void givesEachSideItsPart(
            DisputeOutcome outcome, long toBuyer, long sellerHas, long buyerHas, long feeIs, OrderStatus status) {
        fixture.disputes.open(buyer, order.id(), "It is broken");
        fixture.disputes.decide(order.id(), outcome, toBuyer, WORDS);

        assertEquals(sellerHas, fixture.balance(seller).available());
        assertEquals(buyerHas, fixture.balance(buyer).available());
        assertEquals(feeIs, fixture.count("SELECT COALESCE(sum(balance), 0) FROM account WHERE kind = 'FEE'"));
        assertEquals(0, fixture.count("SELECT sum(balance) FROM account WHERE kind = 'ESCROW'"));
        assertEquals(status, fixture.orders.of(buyer, order.id()).status());
        assertTrue(fixture.booksBalance());
        DisputeView view = fixture.disputes.of(order.id()).orElseThrow();
        assertEquals(outcome.name(), view.outcome());
        assertEquals(sellerHas, view.toSeller());
        assertEquals(buyerHas - 8_950, view.toBuyer());
        assertEquals(WORDS, view.reason());
    }

    @Test
    void tellsBothSidesWhatTheyGet() {
        fixture.disputes.open(buyer, order.id(), "It is broken");
        fixture.disputes.decide(order.id(), DisputeOutcome.SPLIT, 20_000, WORDS);

        List<String> notices = fixture.notices();
        assertTrue(notices.contains(
                new MemberNotice("DECIDED", buyer, order.auction(), order.id(), 20_000L, "SPLIT").json()));
        assertTrue(notices.contains(
                new MemberNotice("DECIDED", seller, order.auction(), order.id(), 20_419L, "SPLIT").json()));
    }

    @Test
    void isDecidedOnceAndOnlyAsMuchAsThereIs() {
        refuses(
                OrderRejection.NOT_DISPUTED,
                () -> fixture.disputes.decide(order.id(), DisputeOutcome.SELLER, 0, WORDS));
        fixture.disputes.open(buyer, order.id(), "It is broken");
        for (long part : new long[] {0, 41_050, 41_051}) {
            refuses(
                    CommonRejection.INVALID,
                    () -> fixture.disputes.decide(order.id(), DisputeOutcome.SPLIT, part, WORDS));
        }

        fixture.disputes.decide(order.id(), DisputeOutcome.BUYER, 0, WORDS);

        refuses(
                OrderRejection.NOT_DISPUTED,
                () -> fixture.disputes.decide(order.id(), DisputeOutcome.SELLER, 0, WORDS));
        refuses(OrderRejection.NOT_IN_ESCROW, () -> fixture.orders.refund(order.id(), WORDS));
        assertEquals(50_000, fixture.balance(buyer).available());
    }

    @Test
    void refundOfADisputedOrderDecidesItForTheBuyer() {
        fixture.disputes.open(seller, order.id(), "They never came");

        fixture.orders.refund(order.id(), WORDS);

        assertEquals("BUYER", fixture.disputes.of(order.id()).orElseThrow().outcome());
        assertEquals(50_000, fixture.balance(buyer).available());
        assertTrue(fixture.booksBalance());
    }

    private static void refuses(Rejection rejection, Executable call) {
        assertEquals(rejection, assertThrows(RejectedException.class, call).rejection());
    }
}
