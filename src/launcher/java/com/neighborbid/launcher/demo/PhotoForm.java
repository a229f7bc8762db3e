package com.neighborbid.launcher.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with one JPEG in its part {@code photo} (RFC 7578). */
record PhotoForm(byte[] jpeg) {
    private static final String BOUNDARY = "neighborbid-demo-photo";

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        ByteArrayOutputStream form = new ByteArrayOutputStream(jpeg.length + 256);
        form.writeBytes(ascii("--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"photo\"; filename=\"photo.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n"));
        form.writeBytes(jpeg);
        form.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return form.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
