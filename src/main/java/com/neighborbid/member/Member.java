package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour who sells, bids and chats. Registered with an address that no other member has; later renamed, and proven
 * to be somewhere for thirty days at a time. Members are never deleted, since the books name them: of one that leaves
 * nothing stays but its id and a pseudonym.
 */
@Entity
@Table(name = "member")
class Member {
    /** What is left of a name, before the last characters of the id. */
    private static final String PSEUDONYM = "neighbour-";

    private static final int PSEUDONYM_FROM = 7;

    @Id
    private long id;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "display_name")
    private String displayName;

    private String locale;
    private boolean admin;
    private @Nullable Double rating;
    private @Nullable Double lat;
    private @Nullable Double lng;
    private @Nullable String place;

    @Column(name = "proven_at")
    private @Nullable Long provenAt;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "banned_at")
    private @Nullable Long bannedAt;

    @Column(name = "ban_reason")
    private @Nullable String banReason;

    @Column(name = "erased_at")
    private @Nullable Long erasedAt;

    /** For Hibernate alone. */
    @SuppressWarnings("NullAway")
    protected Member() {}

    Member(long id, EmailAddress email, String passwordHash, String displayName, Language language, long now) {
        this.id = id;
        this.email = email.text();
        this.emailKey = email.key();
        this.passwordHash = passwordHash;
        this.displayName = displayName;
        this.locale = language.code();
        this.createdAt = now;
    }

    void becomeAdmin() {
        admin = true;
    }

    void becomeMember() {
        admin = false;
    }

    /** The hash of a new password stands in the place of the old one. */
    void takePassword(String hash) {
        passwordHash = hash;
    }

    /** Shuts the member out; again, it keeps the first time and takes the new reason. */
    void ban(long now, String reason) {
        bannedAt = bannedAt == null ? now : bannedAt;
        banReason = reason;
    }

    void pardon() {
        bannedAt = null;
        banReason = null;
    }

    boolean isBanned() {
        return bannedAt != null;
    }

    /** Forgets who it was. Nobody can sign in as it, and its address is free again. */
    void erase(long now) {
        erasedAt = now;
        email = EmailAddress.ofErased(id);
        emailKey = email;
        passwordHash = PasswordHash.OF_NOBODY;
        displayName = PSEUDONYM + Ids.text(id).substring(PSEUDONYM_FROM);
        rating = null;
        lat = null;
        lng = null;
        place = null;
        provenAt = null;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    void rename(String newName) {
        displayName = newName;
    }

    void speak(Language language) {
        locale = language.code();
    }

    void prove(Neighbourhood where) {
        lat = where.lat();
        lng = where.lng();
        place = where.name();
        provenAt = where.provenAt();
    }

    long id() {
        return id;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    String displayName() {
        return displayName;
    }

    Language language() {
        return Language.ofCode(locale);
    }

    List<String> roles() {
        return admin ? List.of("member", "admin") : List.of("member");
    }

    /** The neighbourhood, unless there is none or its time is over. */
    Optional<Neighbourhood> neighbourhood(long now) {
        if (lat == null || lng == null || place == null || provenAt == null) {
            return Optional.empty();
        }
        return Optional.of(Neighbourhood.provenAt(provenAt, lat, lng, place))
                .filter(proven -> now < proven.expiresAt());
    }

    Profile profile(long now) {
        return new Profile(
                id, displayName, email, language(), rating, neighbourhood(now).orElse(null));
    }
}
