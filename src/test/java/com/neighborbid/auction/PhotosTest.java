package com.neighborbid.auction;

import static com.neighborbid.auction.AuctionFixture.NOW;
import static com.neighborbid.auction.AuctionFixture.bicycle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosTest {
    private static final long SELLER = 1;
    private static final long STRANGER = 2;
    private static final AuctionFixture FIXTURE = new AuctionFixture();

    @TempDir
    static Path dataDir;

    private static PhotoFixture photos;

    @BeforeAll
    static void photos() {
        photos = new PhotoFixture(FIXTURE, dataDir);
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void keepsAPhotoAndServesItForItsOwnThumbnailAtFirst() {
        long auction = FIXTURE.offer(bicycle());

        PhotoView photo = photos.upload(auction, SELLER, SamplePicture.jpeg(1000, 500));

        assertEquals(List.of(photo), photos.of(auction));
        assertEquals(photo.url(), photo.thumbnailUrl());
        assertEquals(1000, photo.width());
        assertTrue(photos.file(photo.url()).isPresent());
    }

    @Test
    void asksForAThumbnailAndShowsItWhenItIsMade() throws IOException {
        long auction = FIXTURE.offer(bicycle());
        PhotoView photo = photos.upload(auction, SELLER, SamplePicture.jpeg(1000, 500));

        photos.makeThumbnail("message-" + photo.id(), photo.id());
        photos.makeThumbnail("message-" + photo.id(), photo.id());

        assertTrue(photos.asked(photo.id()));
        PhotoView shown = photos.of(auction).get(0);
        assertNotEquals(shown.url(), shown.thumbnailUrl());
        Picture thumbnail = Picture.read(
                Files.readAllBytes(photos.file(shown.thumbnailUrl()).orElseThrow()));
        assertEquals(ThumbnailMaker.SIDE_MAX, thumbnail.width());
    }

    @Test
    void theFileOfAPictureIsNamedByItsContent() {
        long auction = FIXTURE.offer(bicycle());
        PhotoView first = photos.upload(auction, SELLER, SamplePicture.png(30, 30));
        PhotoView again = photos.upload(auction, SELLER, SamplePicture.png(30, 30));

        assertEquals(first.url(), again.url());
        assertNotEquals(first.id(), again.id());
    }

    @Test
    void onlyTheSellerAddsOnlyWhileNotClosedAndOnlyAPicture() {
        long auction = FIXTURE.offer(bicycle());
        byte[] picture = SamplePicture.jpeg(10, 10);

        assertRefused(CommonRejection.NOT_FOUND, 7, SELLER, picture);
        assertRefused(AuctionRejection.NOT_THE_SELLER, auction, STRANGER, picture);
        assertRefused(CommonRejection.UNSUPPORTED_MEDIA_TYPE, auction, SELLER, "hello".getBytes());
        assertRefused(CommonRejection.TOO_LARGE, auction, SELLER, new byte[PhotoUpload.BYTES_MAX + 1]);
        FIXTURE.auctions(auctions -> auctions.close(auction, AuctionOutcome.NO_BIDS, NOW));
        assertRefused(AuctionRejection.CLOSED, auction, SELLER, picture);
        assertEquals(List.of(), photos.of(auction));
    }

    @Test
    void hasAtMostTwelve() {
        long auction = FIXTURE.offer(bicycle());
        for (int i = 0; i < Photos.MOST; i++) {
            photos.upload(auction, SELLER, SamplePicture.jpeg(10 + i, 10));
        }

        assertRefused(AuctionRejection.TOO_MANY_PHOTOS, auction, SELLER, SamplePicture.jpeg(10, 10));
    }

    @Test
    void findsNoFileOutsideItsDirectory() throws IOException {
        Files.writeString(dataDir.resolve("secret.jpg"), "secret");

        assertEquals(Optional.empty(), photos.files().find("../secret.jpg"));
        assertEquals(Optional.empty(), photos.files().find(""));
        assertFalse(photos.files().find("0".repeat(40) + ".jpg").isPresent());
    }

    private static void assertRefused(Rejection rejection, long auction, long member, byte[] file) {
        RejectedException refused = assertThrows(RejectedException.class, () -> photos.upload(auction, member, file));
        assertEquals(rejection, refused.rejection());
    }
}
