package com.neighborbid.member;

import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A member that is signed in shows its password again, for what asks for more than an open session. */
@ApplicationScoped
class PasswordProof {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Passwords passwords;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LoginGuard guard;

    /**
     * Ends well when the password is right, else with {@code WRONG_PASSWORD}.
     *
     * @param address the client's
     * @throws RejectedException {@code NOT_FOUND}, {@code RATE_LIMITED} after too many wrong ones, {@code UNAVAILABLE}
     */
    CompletionStage<Void> check(long id, String password, String address) {
        Member member = members.find(id).orElseThrow(() -> RejectedException.notFound("member"));
        String email = EmailAddress.keyOf(member.email());
        guard.checkLogin(email, address);
        return passwords
                .whose(password, () -> still(member, email, address), Member::passwordHash)
                .thenAccept(proven -> {
                    if (proven.isEmpty()) {
                        guard.failed(email, address);
                        throw new RejectedException(MemberRejection.WRONG_PASSWORD);
                    }
                    guard.succeeded(email, address);
                });
    }

    private Optional<Member> still(Member member, String email, String address) {
        guard.checkLogin(email, address);
        return Optional.of(member);
    }
}
