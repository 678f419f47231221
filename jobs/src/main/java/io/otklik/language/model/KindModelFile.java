package io.otklik.language.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A {@link KindModel} as a file: its rows that are not zero, packed. The checksum is the SHA-256 of
 * the unpacked content, so that it does not hang on the packer's version; its first eight digits
 * name the model.
 */
public final class KindModelFile {

    private static final int MAGIC = 0x4F544B4D;
    private static final int FORMAT = 2;
    private static final int NAME_LENGTH = 8;

    private KindModelFile() {}

    /**
     * A model with its name.
     *
     * @param checksum SHA-256 of the content, in hex
     */
    public record Named(KindModel model, String checksum) {

        public String version() {
            return checksum.substring(0, NAME_LENGTH);
        }
    }

    /** Writes a model and returns its checksum. */
    public static String write(KindModel model, OutputStream out) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        model.write(new DataOutputStream(content));
        byte[] bytes = content.toByteArray();
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(MAGIC);
        head.writeInt(FORMAT);
        head.writeInt(bytes.length);
        head.write(digest(bytes));
        head.flush();
        GZIPOutputStream packed = new GZIPOutputStream(out);
        packed.write(bytes);
        packed.finish();
        out.flush();
        return checksum(bytes);
    }

    /** SHA-256 in hex. */
    public static String checksum(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    /**
     * Reads a model and checks that it is whole.
     *
     * @throws IOException if it is no model of this format or is damaged; the message says which
     */
    public static Named read(InputStream in) throws IOException {
        DataInputStream head = new DataInputStream(new BufferedInputStream(in));
        if (head.readInt() != MAGIC) {
            throw new IOException("This is no model file.");
        }
        int format = head.readInt();
        if (format != FORMAT) {
            throw new IOException("Model file format %d is not known.".formatted(format));
        }
        int length = head.readInt();
        byte[] digest = new byte[32];
        head.readFully(digest);
        byte[] bytes = new GZIPInputStream(head).readNBytes(length);
        if (bytes.length != length || !MessageDigest.isEqual(digest, digest(bytes))) {
            throw new IOException("The model file is damaged: its checksum differs.");
        }
        KindModel model = KindModel.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        return new Named(model, HexFormat.of().formatHex(digest));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
