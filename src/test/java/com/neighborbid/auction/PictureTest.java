package com.neighborbid.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Rejection;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final Path SEEDS =
            Path.of("src/test/resources/com/neighborbid/auction/PictureFuzzTestInputs/readsOrRefusesAnyFile");

    static Stream<byte[]> goodFiles() {
        return Stream.of(SamplePicture.jpeg(40, 20), SamplePicture.png(40, 20), SamplePicture.WEBP);
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void readsEveryKindAndWritesAJpeg(byte[] file) throws IOException {
        Picture picture = Picture.read(Picture.read(file).jpeg());

        assertEquals(2 * picture.height(), picture.width());
        assertLooksLike(Color.RED, picture, 0, 0);
        assertLooksLike(Color.BLUE, picture, picture.width() - 1, picture.height() - 1);
    }

    @Test
    void turnsTheCameraUprightAndForgetsTheRest() throws IOException {
        byte[] held = SamplePicture.jpegHeld(40, 20, 6);

        byte[] jpeg = Picture.read(held).jpeg();

        Picture upright = Picture.read(jpeg);
        assertEquals(20, upright.width());
        assertEquals(40, upright.height());
        assertLooksLike(Color.RED, upright, 10, 0);
        assertLooksLike(Color.BLUE, upright, 10, 39);
        String text = new String(jpeg, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("SECRET"));
        assertFalse(text.contains("Exif"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 2})
    void turnsRoundAndMirrors(int orientation) {
        assertLooksLike(Color.BLUE, Picture.read(SamplePicture.jpegHeld(40, 20, orientation)), 0, 0);
        assertLooksLike(Color.BLUE, Picture.read(SamplePicture.pngHeld(40, 20, orientation)), 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 99, 0xFFFF})
    void staysAsItIsWhereTheOrientationIsOfNoType(int type) {
        byte[] file = SamplePicture.jpegHeld(40, 20, 6);
        ByteBuffer.wrap(file).putShort(SamplePicture.typeOfOrientation(file), (short) type);

        assertEquals(40, Picture.read(file).width());
    }

    /** Its reader would go on for half a minute, pixel by pixel. */
    @Test
    void refusesAtOnceALargeWebpThatIsCutOff() throws IOException {
        byte[] file = Files.readAllBytes(SEEDS.resolve("webp-cut-off"));

        assertTimeout(Duration.ofSeconds(10), () -> assertThrows(RejectedException.class, () -> Picture.read(file)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 255})
    void staysAsItIsWhereTheOrientationIsNone(int orientation) {
        assertLooksLike(Color.RED, Picture.read(SamplePicture.jpegHeld(40, 20, orientation)), 0, 0);
    }

    @Test
    void drawsWhatIsTransparentOnWhite() {
        assertLooksLike(Color.WHITE, Picture.read(SamplePicture.transparentPng()), 5, 5);
    }

    @Test
    void keepsNoMoreThanScreensShow() throws IOException {
        Picture large = Picture.read(SamplePicture.jpeg(6000, 3000));

        assertEquals(Picture.SIDE_MAX, large.width());
        assertEquals(Picture.SIDE_MAX / 2, large.height());
        assertEquals(480, large.within(480).width());
        assertEquals(240, large.within(480).height());
        assertLooksLike(Color.BLUE, large, 2047, 1023);
    }

    @Test
    void refusesABombByWhatItClaimsToBe() {
        assertRefused(CommonRejection.TOO_LARGE, SamplePicture.bomb(30_000, 30_000));
        assertRefused(CommonRejection.TOO_LARGE, SamplePicture.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    static Stream<byte[]> badFiles() {
        byte[] png = SamplePicture.png(400, 200);
        return Stream.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.UTF_8),
                "GIF89a......................".getBytes(StandardCharsets.UTF_8),
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(png, 8),
                Arrays.copyOf(png, 40),
                Arrays.copyOf(SamplePicture.jpeg(40, 20), 10),
                Arrays.copyOf(SamplePicture.WEBP, 20),
                SamplePicture.bomb(10, 10),
                SamplePicture.bomb(0, 10),
                SamplePicture.bomb(-1, 10));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesWhatIsNoPicture(byte[] file) {
        assertRefused(CommonRejection.UNSUPPORTED_MEDIA_TYPE, file);
    }

    private static void assertRefused(Rejection rejection, byte[] file) {
        RejectedException refused = assertThrows(RejectedException.class, () -> Picture.read(file));
        assertEquals(rejection, refused.rejection());
    }

    private static void assertLooksLike(Color expected, Picture picture, int x, int y) {
        Color seen = new Color(picture.image().getRGB(x, y));
        assertEquals(expected.getRed(), seen.getRed(), 12);
        assertEquals(expected.getGreen(), seen.getGreen(), 12);
        assertEquals(expected.getBlue(), seen.getBlue(), 12);
    }
}
