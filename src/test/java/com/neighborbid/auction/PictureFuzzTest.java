package com.neighborbid.auction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Rejection;
import java.io.IOException;
import java.util.Set;

/** Photos of strangers: refused, or a picture that can be written, no larger than any that the house shows. */
class PictureFuzzTest {
    private static final Set<Rejection> REFUSALS =
            Set.of(CommonRejection.UNSUPPORTED_MEDIA_TYPE, CommonRejection.TOO_LARGE);

    @FuzzTest
    void readsOrRefusesAnyFile(byte[] file) throws IOException {
        Picture picture;
        try {
            picture = Picture.read(file);
        } catch (RejectedException refused) {
            assertTrue(REFUSALS.contains(refused.rejection()), refused::getMessage);
            return;
        }
        assertTrue(picture.width() >= 1 && picture.width() <= Picture.SIDE_MAX, picture::toString);
        assertTrue(picture.height() >= 1 && picture.height() <= Picture.SIDE_MAX, picture::toString);
        assertTrue(picture.within(100).jpeg().length > 0);
    }
}
