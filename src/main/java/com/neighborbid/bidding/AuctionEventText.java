package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.bidding.AuctionEvent.ChatSaid;
import com.neighborbid.bidding.AuctionEvent.Hammer;
import com.neighborbid.bidding.AuctionEvent.Leader;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.bidding.AuctionEvent.StateInstalled;
import com.neighborbid.bidding.AuctionEvent.WatchingCounted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text form of events; {@code library/library.lua} says which fields stand where. */
final class AuctionEventText {
    /** Kind, auction and epoch. */
    private static final int FIELDS_BEFORE_NUMBER = 3;

    private AuctionEventText() {}

    static AuctionEvent parse(String text) {
        FieldReader fields = new FieldReader(text, '|');
        return switch (fields.next()) {
            case "B" -> bidDecided(fields);
            case "S" ->
                new StateChanged(
                        fields.next(),
                        fields.number(),
                        fields.number(),
                        fields.number(),
                        AuctionState.valueOf(fields.next()),
                        fields.number(),
                        fields.rest());
            case "C" ->
                new AuctionClosed(
                        fields.next(),
                        fields.number(),
                        fields.number(),
                        fields.number(),
                        AuctionOutcome.valueOf(fields.next()),
                        fields.number(),
                        hammer(fields),
                        fields.rest());
            case "R" -> new BidsRecorded(fields.next(), fields.number(), fields.number(), fields.rest());
            case "T" -> new ChatSaid(fields.next(), fields.rest());
            case "W" -> new WatchingCounted(fields.next(), Long.parseLong(fields.rest()));
            case "E" -> new StateInstalled(fields.next(), fields.number(), Long.parseLong(fields.rest()));
            default -> throw new IllegalArgumentException("not an event: " + text);
        };
    }

    /** The number of a numbered event, without reading the rest. */
    static long numberOf(String text) {
        FieldReader fields = new FieldReader(text, '|');
        for (int field = 0; field < FIELDS_BEFORE_NUMBER; field++) {
            fields.next();
        }
        return fields.number();
    }

    private static BidDecided bidDecided(FieldReader fields) {
        String auction = fields.next();
        long epoch = fields.number();
        long n = fields.number();
        long at = fields.number();
        return new BidDecided(
                auction,
                epoch,
                n,
                at,
                fields.next(),
                (int) fields.number(),
                fields.next().equals("M"),
                fields.number(),
                leader(fields),
                fields.number(),
                fields.number(),
                fields.number(),
                fields.number(),
                reserveMet(fields.next()),
                bids(fields.next(), at),
                fields.rest());
    }

    private static @Nullable Leader leader(FieldReader fields) {
        String paddle = fields.next();
        String member = fields.next();
        String max = fields.next();
        return paddle.isEmpty() ? null : new Leader(Integer.parseInt(paddle), member, Long.parseLong(max));
    }

    private static @Nullable Hammer hammer(FieldReader fields) {
        String price = fields.next();
        String paddle = fields.next();
        String member = fields.next();
        return price.isEmpty() ? null : new Hammer(Long.parseLong(price), Integer.parseInt(paddle), member);
    }

    private static @Nullable Boolean reserveMet(String field) {
        return field.isEmpty() ? null : field.equals("1");
    }

    private static List<ShownBid> bids(String field, long at) {
        List<ShownBid> bids = new ArrayList<>(2);
        int from = 0;
        while (from < field.length()) {
            int end = field.indexOf(';', from);
            end = end < 0 ? field.length() : end;
            bids.add(ShownBid.parse(field.substring(from, end), at));
            from = end + 1;
        }
        return bids;
    }

    static String of(BidDecided event) {
        StringBuilder text = numbered('B', event)
                .append('|')
                .append(event.member())
                .append('|')
                .append(event.paddle())
                .append(event.maximum() ? "|M|" : "|A|")
                .append(event.value());
        Leader leader = event.leader();
        text.append('|').append(leader == null ? "||" : leader.paddle() + "|" + leader.member() + '|' + leader.max());
        text.append('|').append(event.price()).append('|').append(event.seq());
        text.append('|').append(event.endsAt()).append('|').append(event.next());
        Boolean reserveMet = event.reserveMet();
        text.append('|')
                .append(reserveMet == null ? "" : reserveMet ? "1" : "0")
                .append('|');
        String separator = "";
        for (ShownBid bid : event.bids()) {
            text.append(separator).append(bid.textWithoutTime());
            separator = ";";
        }
        return text.append('|').append(event.ref()).toString();
    }

    static String of(StateChanged event) {
        return numbered('S', event)
                .append('|')
                .append(event.state())
                .append('|')
                .append(event.endsAt())
                .append('|')
                .append(event.reason())
                .toString();
    }

    static String of(AuctionClosed event) {
        Hammer hammer = event.hammer();
        return numbered('C', event)
                .append('|')
                .append(event.outcome())
                .append('|')
                .append(event.seq())
                .append('|')
                .append(hammer == null ? "||" : hammer.price() + "|" + hammer.paddle() + '|' + hammer.member())
                .append('|')
                .append(event.reason())
                .toString();
    }

    private static StringBuilder numbered(char kind, AuctionEvent.Numbered event) {
        return new StringBuilder(160)
                .append(kind)
                .append('|')
                .append(event.auction())
                .append('|')
                .append(event.epoch())
                .append('|')
                .append(event.n())
                .append('|')
                .append(event.at());
    }
}
