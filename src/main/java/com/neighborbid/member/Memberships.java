package com.neighborbid.member;

import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the house decides about members. Each decision ends the member's sessions at once, so that no socket or page
 * goes on with what it was allowed before. A ban leaves money, bids and orders as they are.
 */
@ApplicationScoped
public class Memberships {
    @Inject
    @SuppressWarnings("NullAway.Init")
    MembershipChange change;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    /**
     * Shuts a member out.
     *
     * @param admin who decides
     * @throws RejectedException {@code NOT_FOUND}, {@code OWN_ACCOUNT}
     */
    public void ban(long member, long admin, String reason) {
        decide(member, admin, (known, now) -> known.ban(now, reason));
    }

    /** Lets a banned member in again; throws as {@link #ban}. */
    public void pardon(long member, long admin) {
        decide(member, admin, (known, now) -> known.pardon());
    }

    /** Gives a member the role admin, or takes it away; throws as {@link #ban}. */
    public void changeRole(long member, long admin, boolean toAdmin) {
        Consumer<Member> verb = toAdmin ? Member::becomeAdmin : Member::becomeMember;
        decide(member, admin, (known, now) -> verb.accept(known));
    }

    private void decide(long member, long admin, MembershipChange.Verb verb) {
        if (member == admin) {
            throw new RejectedException(MemberRejection.OWN_ACCOUNT);
        }
        List<Long> ended = change.apply(member, verb);
        ended.forEach(sessions::announceEnd);
    }
}
