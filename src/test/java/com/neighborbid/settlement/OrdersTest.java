package com.neighborbid.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Rejection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OrdersTest {
    private static final long WEEK = 7L * 86_400_000;

    private final SettlementFixture fixture = new SettlementFixture();
    private final long seller = fixture.memberWith(0);
    private final long buyer = fixture.memberWith(50_000);
    private final Order order = fixture.sold(seller, buyer, 41_050);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void paysTheSellerLessTheFeeWhenTheBuyerHasTheLot() {
        Order received = fixture.orders.receive(buyer, order.id());

        assertEquals(OrderStatus.RELEASED, received.status());
        assertEquals(41_050 - 1_231, fixture.balance(seller).available());
        assertEquals(8_950, fixture.balance(buyer).available());
        assertEquals(1_231, fixture.count("SELECT sum(balance) FROM account WHERE kind = 'FEE'"));
        assertEquals(0, fixture.count("SELECT sum(balance) FROM account WHERE kind = 'ESCROW'"));
        assertTrue(fixture.notices()
                .contains(new MemberNotice("PAID", seller, order.auction(), order.id(), 39_819L, null).json()));
        assertTrue(fixture.booksBalance());
    }

    @Test
    void paysOnce() {
        fixture.orders.receive(buyer, order.id());

        refuses(OrderRejection.NOT_IN_ESCROW, () -> fixture.orders.receive(buyer, order.id()));

        assertEquals(39_819, fixture.balance(seller).available());
    }

    @Test
    void takesOnlyTheBuyersWord() {
        long stranger = fixture.memberWith(0);

        refuses(OrderRejection.NOT_THE_BUYER, () -> fixture.orders.receive(seller, order.id()));
        refuses(CommonRejection.NOT_FOUND, () -> fixture.orders.receive(stranger, order.id()));
        refuses(CommonRejection.NOT_FOUND, () -> fixture.orders.receive(buyer, order.id() + 1));

        assertEquals(0, fixture.balance(seller).available());
    }

    @Test
    void showsAnOrderToItsTwoSidesAlone() {
        long stranger = fixture.memberWith(0);

        assertEquals(order.id(), fixture.orders.of(seller, order.id()).id());
        assertEquals(order.id(), fixture.orders.of(buyer, order.id()).id());
        refuses(CommonRejection.NOT_FOUND, () -> fixture.orders.of(stranger, order.id()));
    }

    @Test
    void listsTheNewestFirst() {
        Order second = fixture.sold(seller, buyer, 100);
        Order third = fixture.sold(buyer, fixture.memberWith(200), 200);

        assertEquals(
                List.of(third.id(), second.id()),
                fixture.orders.newest(buyer, Long.MAX_VALUE, 2).stream()
                        .map(Order::id)
                        .toList());
        assertEquals(
                List.of(order.id()),
                fixture.orders.newest(buyer, second.id(), 2).stream()
                        .map(Order::id)
                        .toList());
    }

    @Test
    void paysTheSellerWhenTheBuyerSaysNothing() {
        EscrowClock clock = fixture.house.get(EscrowClock.class);

        fixture.now += WEEK - 1;
        clock.turn();
        assertEquals(0, fixture.balance(seller).available());

        fixture.now += 1;
        clock.turn();
        clock.turn();
        assertEquals(39_819, fixture.balance(seller).available());
        assertEquals(OrderStatus.RELEASED, fixture.orders.of(buyer, order.id()).status());
    }

    @Test
    void leavesAFrozenEscrowAlone() {
        fixture.execute("UPDATE auction_order SET status = 'DISPUTED'");
        fixture.now += WEEK;

        fixture.house.get(EscrowClock.class).turn();

        refuses(OrderRejection.NOT_IN_ESCROW, () -> fixture.orders.receive(buyer, order.id()));
        assertEquals(0, fixture.balance(seller).available());
    }

    private static void refuses(Rejection rejection, Executable call) {
        assertEquals(rejection, assertThrows(RejectedException.class, call).rejection());
    }
}
