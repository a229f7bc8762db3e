package com.neighborbid.wallet;

import com.neighborbid.platform.Currency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Releases holds of an auction, several in one transaction and with a transfer for each. */
@ApplicationScoped
class HoldReleases {
    private static final int BATCH = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Ledger ledger;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Holds holds;

    /** The next members whose holds in the auction are open, by id, from above one of them. */
    @Transactional
    List<Long> members(long auction, long aboveMember) {
        return holds.open(auction, aboveMember, BATCH).stream()
                .map(Hold::member)
                .toList();
    }

    /** As {@link #release}, and committed when it returns. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int releaseInOneTransaction(long auction, List<Long> members) {
        return release(auction, members);
    }

    /** Releases those of the members' holds that are still open under the lock; answers how many. */
    @Transactional
    int release(long auction, List<Long> members) {
        List<Hold> open = holds.open(auction, members);
        if (open.isEmpty()) {
            return 0;
        }
        Currency currency = open.get(0).amount().currency();
        LockedAccounts locked = ledger.lock(
                currency,
                members.stream()
                        .flatMap(member -> Stream.of(Account.available(member), Account.held(member)))
                        .toList());
        List<Hold> stillOpen = holds.open(auction, members);
        holds.release(auction, stillOpen.stream().map(Hold::member).toList());
        ledger.post(locked, stillOpen.stream().map(HoldReleases::transfer).toList());
        return stillOpen.size();
    }

    /** Gives what a hold keeps back to its member. */
    static Transfer transfer(Hold hold) {
        return new Transfer(TransferKind.RELEASE, hold.amount().currency())
                .move(hold.amount(), Account.held(hold.member()), Account.available(hold.member()))
                .aboutAuction(hold.auction());
    }
}
