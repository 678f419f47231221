package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Sketch;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** The form of a sketch in state and on its way. */
final class SketchWriter {

    private SketchWriter() {}

    static void write(Sketch sketch, DataOutputView out) throws IOException {
        out.writeLong(sketch.textId());
        writePacked(sketch.packed(), out);
    }

    static Sketch read(DataInputView in) throws IOException {
        long textId = in.readLong();
        return new Sketch(textId, readPacked(in));
    }

    static void writePacked(char[] packed, DataOutputView out) throws IOException {
        byte[] bytes = new byte[Character.BYTES * packed.length];
        for (int i = 0; i < packed.length; i++) {
            bytes[2 * i] = (byte) packed[i];
            bytes[2 * i + 1] = (byte) (packed[i] >> Byte.SIZE);
        }
        out.writeShort(packed.length);
        out.write(bytes);
    }

    static char[] readPacked(DataInputView in) throws IOException {
        char[] packed = new char[in.readUnsignedShort()];
        byte[] bytes = new byte[Character.BYTES * packed.length];
        in.readFully(bytes);
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (char) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << Byte.SIZE);
        }
        return packed;
    }
}
