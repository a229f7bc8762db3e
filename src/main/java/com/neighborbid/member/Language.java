package com.neighborbid.member;

import java.util.Locale;

/** The languages that the house speaks to its members. */
public enum Language {
    KO,
    EN;

    /** The code in lower case, as in ISO 639: {@code ko}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Language ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
