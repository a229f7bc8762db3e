package com.neighborbid.member;

import com.neighborbid.platform.RejectedException;
import java.util.List;

/**
 * What a component knows of members as persons. Every bean of this type has a say when a member leaves, and adds to what
 * a member can take along. Calls are made in a transaction.
 */
public interface PersonalData {
    /**
     * A list of a member's export.
     *
     * @param name its name there
     * @param sql a query whose only parameter, {@code ?1}, is the member; columns that end in {@code _id} are ids
     */
    record Section(String name, String sql) {}

    /** What the member can take along. */
    List<Section> sections();

    /**
     * Whether nothing is under way that needs the member.
     *
     * @throws RejectedException a refusal of the component's own that says what is
     */
    default void checkFree(long member) {}

    /** Erases what says who the member is; what it did stays under its id. */
    void erase(long member);
}
