package com.neighborbid.operations;

import com.neighborbid.member.CurrentMember;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;

/** How an admin does something: with a reason, confirmed, and written down before and after. */
@RequestScoped
public class AdminActs {
    private static final int LONGEST_REASON = 500;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Audit audit;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentMember caller;

    /** What is done; it may refuse. */
    @FunctionalInterface
    interface Deed {
        void run(String reason);
    }

    /** The audit entry of what was done. */
    public record Done(String audit) {}

    /**
     * Does it. The input has {@code reason} (1 to 500 characters) and {@code confirm: true}.
     *
     * @param subject the public id of what it is done to, empty for the whole house
     * @throws RejectedException the deed's own, {@code INVALID}, {@code UNCONFIRMED}
     */
    Done act(String action, String subject, Input input, Deed deed) {
        String reason = input.text("reason", 1, LONGEST_REASON);
        input.check();
        if (!JsonValue.TRUE.equals(input.json().get("confirm"))) {
            throw new RejectedException(AdminRejection.UNCONFIRMED);
        }
        long id = audit.begin(
                new Audit.Act(caller.id(), action, subject, reason, input.json().toString(), RequestId.current()));
        try {
            deed.run(reason);
        } catch (RejectedException refused) {
            audit.end(id, refused.rejection().name());
            throw refused;
        } catch (RuntimeException failed) {
            audit.end(id, failed.getClass().getSimpleName());
            throw failed;
        }
        audit.end(id, Audit.DONE);
        return new Done(Ids.text(id));
    }
}
