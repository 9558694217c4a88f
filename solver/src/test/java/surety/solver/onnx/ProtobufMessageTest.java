package surety.solver.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** The examples of protobuf.dev, "Encoding". */
class ProtobufMessageTest {
  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void integers() {
    assertArrayEquals(bytes(0x08, 0x96, 0x01), new ProtobufMessage().integer(1, 150).toBytes());
    assertArrayEquals(bytes(0x08, 0x00), new ProtobufMessage().integer(1, 0).toBytes());
    assertArrayEquals(bytes(0x80, 0x01, 0x7f), new ProtobufMessage().integer(16, 127).toBytes());
    assertArrayEquals(
        bytes(0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f),
        new ProtobufMessage().integer(1, Long.MAX_VALUE).toBytes());
  }

  @Test
  void textsAndMessages() {
    assertArrayEquals(
        bytes(0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67),
        new ProtobufMessage().text(2, "testing").toBytes());
    assertArrayEquals(
        bytes(0x1a, 0x03, 0x08, 0x96, 0x01),
        new ProtobufMessage().message(3, new ProtobufMessage().integer(1, 150)).toBytes());
    assertArrayEquals(bytes(0x0a, 0x00), new ProtobufMessage().text(1, "").toBytes());
  }
}
