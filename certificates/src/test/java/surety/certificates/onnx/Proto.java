package surety.certificates.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes one message in protobuf's wire format, field by field, right or deliberately wrong. */
final class Proto {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Proto tag(int field, int wireType) {
    return number((long) field << 3 | wireType);
  }

  /** A bare varint. */
  Proto number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  Proto raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  Proto varint(int field, long value) {
    return tag(field, 0).number(value);
  }

  Proto bytes(int field, byte[] value) {
    tag(field, 2).number(value.length);
    out.writeBytes(value);
    return this;
  }

  Proto string(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Proto message(int field, Proto value) {
    return bytes(field, value.toBytes());
  }

  Proto float32(int field, float value) {
    tag(field, 5);
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    return this;
  }

  Proto float64(int field, double value) {
    tag(field, 1);
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
    return this;
  }

  Proto append(Proto more) {
    out.writeBytes(more.toBytes());
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
