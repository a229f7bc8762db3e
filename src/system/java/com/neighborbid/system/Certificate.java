package com.neighborbid.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that only its own {@link #trust} believes. */
final class Certificate {
    private static final char[] PASSWORD = "of-the-tests-alone".toCharArray();

    private final Path chain;
    private final Path key;
    private final SSLContext trust;

    private Certificate(Path chain, Path key, SSLContext trust) {
        this.chain = chain;
        this.key = key;
        this.trust = trust;
    }

    /** Makes one in this directory. */
    static Certificate make(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "house",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed, see " + directory.resolve("keytool.log"));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Key key = keys.getKey("house", PASSWORD);
        return new Certificate(
                pem(
                        directory.resolve("chain.pem"),
                        "CERTIFICATE",
                        keys.getCertificate("house").getEncoded()),
                pem(directory.resolve("key.pem"), "PRIVATE KEY", key.getEncoded()),
                trusting(keys.getCertificate("house")));
    }

    /** What makes an nginx server listen with it. */
    String listen(int port) {
        return "listen 127.0.0.1:" + port + " ssl http2;\nssl_certificate " + chain + ";\nssl_certificate_key " + key
                + ";\n";
    }

    /** Believes this certificate alone. */
    SSLContext trust() {
        return trust;
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static SSLContext trusting(java.security.cert.Certificate certificate)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("house", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
