package com.neighborbid.wallet;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Time;

/** Money for members of other components' tests. */
public final class TopUp {
    private TopUp() {}

    /** Enters a payment that the sandbox took. */
    public static void of(Wallets wallets, long member, Money amount) {
        Time time = new Time();
        wallets.topUp(
                member,
                new Payment(Ids.next(time), member, new PaymentOrder(amount, "sandbox", "card_ok"), time.now(), 0));
    }
}
