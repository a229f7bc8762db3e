package com.neighborbid.bidding;

import com.neighborbid.auction.Auctions;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bid log as lines of JSON, with the hash chain that anyone can check. */
@Path("auctions/{auction}/log")
@ApplicationScoped
public class BidLogResource {
    private static final int CHUNK = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RecordedBids recorded;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @GET
    @PermitAll
    @Produces("application/x-ndjson")
    public StreamingOutput log(@PathParam("auction") String auction) {
        long id = PaddleResource.auctionId(auction);
        if (!auctions.isKnown(id)) {
            throw RejectedException.notFound("auction");
        }
        return output -> write(id, auction, output);
    }

    private void write(long id, String auction, OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        String head = LogChain.start(auction);
        long seq = 0;
        List<RecordedBids.Line> lines;
        do {
            lines = recorded.linesAfter(id, seq, head, CHUNK);
            for (RecordedBids.Line line : lines) {
                ShownBid bid = line.bid();
                writer.write("{\"seq\":" + bid.seq() + ",\"amount\":" + bid.amount() + ",\"paddle\":" + bid.paddle()
                        + ",\"at\":" + bid.at() + ",\"proxy\":" + bid.proxy() + ",\"hash\":\"" + line.hash() + "\"}\n");
                head = line.hash();
                seq = bid.seq();
            }
        } while (lines.size() == CHUNK);
        writer.write("{\"head\":\"" + head + "\",\"seq\":" + seq + "}\n");
        writer.flush();
    }
}
