package com.neighborbid.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final List<Lot> lots = Lot.all();

    @Test
    void drawsJpegsThatCanBeRead() throws IOException {
        for (byte[] jpeg : Picture.of(lots.get(0))) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));

            assertNotNull(image);
            assertEquals(960, image.getWidth());
            assertEquals(720, image.getHeight());
            assertTrue(jpeg.length < 300_000, jpeg.length + " bytes");
        }
    }

    @Test
    void drawsTheSameLotAlikeAndOthersDifferently() {
        byte[] first = Picture.of(lots.get(0)).get(0);

        assertArrayEquals(first, Picture.of(lots.get(0)).get(0));
        assertFalse(Arrays.equals(first, Picture.of(lots.get(1)).get(0)));
    }

    @Test
    void putsOneJpegIntoAForm() {
        PhotoForm form = new PhotoForm(new byte[] {1, 2, 3});
        String text = new String(form.bytes(), StandardCharsets.ISO_8859_1);
        String boundary = form.contentType().substring(form.contentType().indexOf('=') + 1);

        assertTrue(text.startsWith("--" + boundary + "\r\n"));
        assertTrue(text.endsWith("\r\n\r\n\u0001\u0002\u0003\r\n--" + boundary + "--\r\n"));
    }
}
