package com.neighborbid.member;

/** The command to become a member; its password has passed the rules. */
record Registration(EmailAddress email, String password, String displayName, Language language) {
    /** Without the password. */
    @Override
    public String toString() {
        return "Registration[email=" + email + "]";
    }
}
