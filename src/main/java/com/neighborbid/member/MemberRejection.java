package com.neighborbid.member;

import com.neighborbid.platform.Rejection;

/** Why something about a membership was refused. */
enum MemberRejection implements Rejection {
    EMAIL_TAKEN(409, "There is a member with this e-mail address already."),
    BAD_CREDENTIALS(401, "The e-mail address or the password is wrong."),
    CONFIRM_PASSWORD(403, "Show your password again."),
    WRONG_PASSWORD(403, "The password is wrong."),
    RESET_OVER(410, "This link is no longer good. Ask for another one."),
    BANNED(403, "This membership is suspended."),
    OWN_ACCOUNT(409, "Nobody decides about its own account."),
    ADMIN_STAYS(409, "An admin gives that role back before it leaves.");

    private final int status;
    private final String title;

    MemberRejection(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
