package com.neighborbid.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BareServerTest {
    private static final int PATIENCE_SECONDS = 10;

    @Test
    void sendsFramesAsARoomDoes() throws Exception {
        LinkedBlockingQueue<BidFrame> frames = new LinkedBlockingQueue<>();
        try (SocketLoop loop = SocketLoop.start("test");
                BareServer server = new BareServer()) {
            loop.connect(server.address(), null, new Reader(frames));
            server.admit(1);
            server.broadcast(1);
            server.broadcast(100);

            BidFrame one = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            BidFrame hundred = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertEquals(1, one.size());
            assertEquals(100, hundred.size());
            assertTrue(one.continues(0) && hundred.continues(one.lastSeq()), "seq rises by one");
        }
    }

    private static final class Reader implements RoomListener, RoomEvents {
        private final LinkedBlockingQueue<BidFrame> frames;
        private final RoomReader reader = new RoomReader(this, null);

        Reader(LinkedBlockingQueue<BidFrame> frames) {
            this.frames = frames;
        }

        @Override
        public void opened(RoomSocket socket) {}

        @Override
        public void text(byte[] bytes, int from, int length) {
            reader.read(bytes, from, length);
        }

        @Override
        public void bids(BidFrame frame) {
            frames.add(frame);
        }

        @Override
        public void closed(int code, String reason) {}
    }
}
