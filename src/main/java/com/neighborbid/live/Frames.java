package com.neighborbid.live;

import com.neighborbid.bidding.BidOutcome;
import com.neighborbid.bidding.ShownBid;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.platform.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames that the server sends, as the public contract has them. Each is encoded once, for all who get it. */
final class Frames {
    private Frames() {}

    static String welcome(
            String auction, RoomState s, long now, int watching, @Nullable OwnPaddle own, boolean resync) {
        StringBuilder frame = new StringBuilder(320)
                .append("{\"type\":\"welcome\",\"auction\":\"")
                .append(auction)
                .append("\",\"epoch\":\"")
                .append(s.epoch())
                .append("\",\"seq\":")
                .append(s.seq())
                .append(",\"recorded\":")
                .append(s.recorded())
                .append(",\"state\":\"")
                .append(s.state())
                .append('"');
        if (s.outcome() != null) {
            frame.append(",\"outcome\":\"").append(s.outcome()).append('"');
        }
        frame.append(",\"price\":").append(s.price());
        if (s.leader() != null) {
            frame.append(",\"leader\":").append(s.leader());
        }
        frame.append(",\"next\":")
                .append(s.next())
                .append(",\"endsAt\":")
                .append(s.endsAt())
                .append(",\"now\":")
                .append(now)
                .append(",\"watching\":")
                .append(watching);
        if (s.reserveMet() != null) {
            frame.append(",\"reserveMet\":").append(s.reserveMet());
        }
        if (own != null) {
            frame.append(",\"paddle\":")
                    .append(own.paddle())
                    .append(",\"limit\":")
                    .append(own.limit());
            if (own.max() != null) {
                frame.append(",\"max\":").append(own.max());
            }
        }
        if (resync) {
            frame.append(",\"resync\":true");
        }
        return frame.append('}').toString();
    }

    static String bid(ShownBid bid, RoomState after) {
        StringBuilder frame = new StringBuilder(160).append("{\"type\":\"bid\",");
        fields(frame, bid)
                .append(",\"endsAt\":")
                .append(after.endsAt())
                .append(",\"next\":")
                .append(after.next());
        return reserve(frame, after).append('}').toString();
    }

    static String bids(List<ShownBid> bids, RoomState after) {
        StringBuilder frame = new StringBuilder(64 + 80 * bids.size()).append("{\"type\":\"bids\",\"bids\":[");
        for (ShownBid bid : bids) {
            fields(frame.append('{'), bid).append("},");
        }
        frame.setLength(frame.length() - 1);
        frame.append("],\"endsAt\":")
                .append(after.endsAt())
                .append(",\"next\":")
                .append(after.next());
        return reserve(frame, after).append('}').toString();
    }

    private static StringBuilder fields(StringBuilder frame, ShownBid bid) {
        frame.append("\"seq\":")
                .append(bid.seq())
                .append(",\"amount\":")
                .append(bid.amount())
                .append(",\"paddle\":")
                .append(bid.paddle())
                .append(",\"at\":")
                .append(bid.at());
        return bid.proxy() ? frame.append(",\"proxy\":true") : frame;
    }

    private static StringBuilder reserve(StringBuilder frame, RoomState after) {
        return Boolean.TRUE.equals(after.reserveMet()) ? frame.append(",\"reserveMet\":true") : frame;
    }

    static String recorded(RoomState state) {
        return "{\"type\":\"recorded\",\"seq\":" + state.recorded() + ",\"head\":\"" + state.head() + "\"}";
    }

    static String state(RoomState state, String reason) {
        return "{\"type\":\"state\",\"state\":\"" + state.state() + "\",\"endsAt\":" + state.endsAt()
                + (reason.isEmpty() ? "" : ",\"reason\":" + Json.quoted(reason)) + "}";
    }

    static String closed(RoomState state) {
        return "{\"type\":\"closed\",\"outcome\":\"" + state.outcome() + "\",\"seq\":" + state.seq()
                + (state.seq() == 0 ? "" : ",\"price\":" + state.price() + ",\"paddle\":" + state.leader()) + "}";
    }

    static String chat(String id, String from, @Nullable OwnPaddle own, String said, long at) {
        return "{\"type\":\"chat\",\"id\":\"" + id + "\",\"from\":" + Json.quoted(from)
                + (own == null ? "" : ",\"paddle\":" + own.paddle()) + ",\"text\":" + Json.quoted(said) + ",\"at\":"
                + at + "}";
    }

    static String chatRemoved(String id) {
        return "{\"type\":\"chatRemoved\",\"id\":\"" + id + "\"}";
    }

    static String watching(int count) {
        return "{\"type\":\"watching\",\"count\":" + count + "}";
    }

    static String pong(String t, long now) {
        return "{\"type\":\"pong\",\"t\":" + t + ",\"now\":" + now + "}";
    }

    static String outcome(String ref, BidOutcome outcome) {
        if (outcome instanceof BidOutcome.Accepted accepted) {
            return "{\"type\":\"accepted\",\"ref\":" + Json.quoted(ref) + ",\"seq\":" + accepted.seq() + ",\"leading\":"
                    + accepted.leading() + "}";
        }
        BidOutcome.Rejected rejected = (BidOutcome.Rejected) outcome;
        return "{\"type\":\"rejected\",\"ref\":" + Json.quoted(ref) + ",\"code\":\"" + rejected.code() + "\""
                + (rejected.next() == null ? "" : ",\"next\":" + rejected.next()) + "}";
    }

    static String error(FrameError code, @Nullable String ref) {
        return "{\"type\":\"error\",\"code\":\"" + code + "\"" + (ref == null ? "" : ",\"ref\":" + Json.quoted(ref))
                + "}";
    }
}
