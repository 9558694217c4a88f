package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ProtobufReaderTest {

  private static ProtobufReader at(Proto proto) throws NetworkFormatException {
    ProtobufReader in = new ProtobufReader(proto.toBytes(), "thing");
    assertTrue(in.next());
    return in;
  }

  private static void refused(String fragment, Executable reading) {
    String message = assertThrows(NetworkFormatException.class, reading).getMessage();
    assertTrue(message.contains(fragment), message);
    assertTrue(message.contains("byte "), message);
    assertTrue(message.contains("thing"), message);
  }

  @Test
  void readsEveryKindOfField() throws NetworkFormatException {
    ProtobufReader in =
        at(
            new Proto()
                .varint(1, -1)
                .float32(2, 1.5f)
                .string(3, "\u00e4")
                .message(4, new Proto().varint(9, 5)));
    assertEquals(1, in.field());
    assertEquals(-1, in.integer());
    assertTrue(in.next());
    assertEquals(1.5f, in.float32());
    assertTrue(in.next());
    assertEquals("\u00e4", in.string());
    assertTrue(in.next());
    ProtobufReader nested = in.nested("part");
    assertTrue(nested.next());
    assertEquals(9, nested.field());
    assertEquals(5, nested.integer());
    assertFalse(nested.next());
    assertFalse(in.next());
  }

  @Test
  void skipsEveryKindOfField() throws NetworkFormatException {
    ProtobufReader in =
        at(new Proto().varint(1, 300).float32(2, 1).float64(3, 1).string(4, "abc").varint(5, 7));
    for (int field = 1; field < 5; field++) {
      assertEquals(field, in.field());
      in.skip();
      assertTrue(in.next());
    }
    assertEquals(7, in.integer());
  }

  @Test
  void readsAnyVarint() throws NetworkFormatException {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2_000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      assertEquals(value, at(new Proto().varint(1, value)).integer());
    }
    assertEquals(1, at(new Proto().tag(1, 0).raw(0x81, 0x80, 0x00)).integer(), "padded");
  }

  @Test
  void readsRepeatedNumbersPackedAndNot() throws NetworkFormatException {
    LongList list = new LongList();
    ProtobufReader in =
        at(new Proto().varint(7, 4).bytes(7, new Proto().number(5).number(-6).toBytes()));
    in.integers(list);
    assertTrue(in.next());
    in.integers(list);
    assertEquals(3, list.finished().remaining());
    assertEquals(-6, list.finished().get(2));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    in = at(new Proto().float64(10, 2).bytes(10, new byte[16]));
    in.fixed(8, bytes);
    assertTrue(in.next());
    in.fixed(8, bytes);
    assertEquals(24, bytes.size());
  }

  @Test
  void refusesNumbersThatAreTooLong() {
    Proto eleven = new Proto().tag(1, 0);
    Proto tenWithTooMuch = new Proto().tag(1, 0);
    for (int i = 0; i < 9; i++) {
      eleven.raw(0x80);
      tenWithTooMuch.raw(0x80);
    }
    refused("more than 64 bits", () -> at(eleven.raw(0x80, 0x01)).integer());
    refused("more than 64 bits", () -> at(tenWithTooMuch.raw(0x02)).integer());
  }

  @Test
  void refusesLengthsBeyondTheMessage() {
    refused(
        "truncated: 5 bytes are announced, 1 are left",
        () -> at(new Proto().tag(1, 2).raw(5, 0)).data());
    refused("impossible length -1", () -> at(new Proto().tag(1, 2).number(-1)).data());
    refused(
        "impossible length 4294967296", () -> at(new Proto().tag(1, 2).number(1L << 32)).skip());
    refused("announced", () -> at(new Proto().tag(1, 2).number(Integer.MAX_VALUE)).nested("part"));
    refused(
        "announced",
        () ->
            at(new Proto().tag(1, 2).number(Integer.MAX_VALUE & ~3L))
                .fixed(4, new ByteArrayOutputStream()));
  }

  @Test
  void aNestedMessageEndsWhereItsLengthSays() throws NetworkFormatException {
    Proto inner = new Proto().tag(1, 2).raw(3, 1);
    ProtobufReader outer = at(new Proto().message(1, inner).string(2, "beyond"));
    ProtobufReader nested = outer.nested("thing");
    assertTrue(nested.next());
    refused("3 bytes are announced, 1 are left", nested::data);
  }

  @Test
  void refusesTruncatedNumbers() {
    refused("truncated inside a number", () -> at(new Proto().tag(1, 0).raw(0x80)).integer());
    refused("truncated: 4 bytes", () -> at(new Proto().tag(1, 5).raw(1, 2)).float32());
    refused("truncated: 8 bytes", () -> at(new Proto().tag(1, 1).raw(1, 2)).skip());
    refused("truncated inside a number", () -> at(new Proto().raw(0x80)));
  }

  @Test
  void refusesGroupsAndUnknownWireTypes() {
    for (int type : new int[] {3, 4, 6, 7}) {
      refused("wire type " + type, () -> at(new Proto().tag(1, type)).skip());
    }
  }

  @Test
  void refusesImpossibleTags() {
    refused("no field has the tag 0", () -> at(new Proto().raw(0)));
    refused("no field has the tag", () -> at(new Proto().number(1L << 32)));
    refused("no field has the tag", () -> at(new Proto().number(-1)));
  }

  @Test
  void refusesAFieldOfAnotherKind() {
    refused("wire type 2 where 0 belongs", () -> at(new Proto().string(1, "")).integer());
    refused("wire type 0 where 2 belongs", () -> at(new Proto().varint(1, 1)).string());
    refused("wire type 1 where 5 belongs", () -> at(new Proto().float64(1, 1)).float32());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    refused("wire type 5 where 1 belongs", () -> at(new Proto().float32(1, 1)).fixed(8, bytes));
    refused("no whole number", () -> at(new Proto().bytes(1, new byte[7])).fixed(4, bytes));
  }

  @Test
  void refusesASecondOccurrenceWhereOneIsAllowed() throws NetworkFormatException {
    ProtobufReader in = at(new Proto().varint(1, 1).varint(2, 1).varint(1, 1));
    in.once().skip();
    assertTrue(in.next());
    in.once().skip();
    assertTrue(in.next());
    refused("occurs twice", in::once);
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    refused("not UTF-8", () -> at(new Proto().bytes(1, new byte[] {(byte) 0xff})).string());
  }
}
