package com.neighborbid.moderation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member said in an auction's room: said first, kept soon after, perhaps removed by the house, and
 * forgotten after some months.
 */
@Entity
@Table(name = "chat_line")
public class ChatLine {
    @Id
    private long id;

    @Column(name = "auction_id")
    private long auction;

    @Column(name = "member_id")
    private long member;

    private String name;
    private @Nullable Integer paddle;
    private String text;
    private long at;

    @Column(name = "removed_at")
    private @Nullable Long removedAt;

    /** For JPA alone. */
    @SuppressWarnings("NullAway")
    protected ChatLine() {}

    /**
     * A line as the room sees it.
     *
     * @param at milliseconds since the epoch
     */
    public ChatLine(long id, long auction, Speaker speaker, String text, long at) {
        this.id = id;
        this.auction = auction;
        this.member = speaker.member();
        this.name = speaker.name();
        this.paddle = speaker.paddle();
        this.text = text;
        this.at = at;
    }

    /** Who says it, under which name and, with one, which paddle. */
    public record Speaker(
            long member, String name, @Nullable Integer paddle) {}

    /** The house takes it out of the room. */
    void remove(long now) {
        removedAt = removedAt == null ? now : removedAt;
    }

    boolean isShown() {
        return removedAt == null;
    }

    public long id() {
        return id;
    }

    public long auction() {
        return auction;
    }

    long member() {
        return member;
    }

    String name() {
        return name;
    }

    @Nullable
    Integer paddle() {
        return paddle;
    }

    String text() {
        return text;
    }

    long at() {
        return at;
    }
}
