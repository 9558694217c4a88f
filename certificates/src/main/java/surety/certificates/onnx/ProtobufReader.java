package surety.certificates.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over one message in protobuf's wire format (protobuf.dev, "Encoding").
 *
 * <p>Use: {@code while (in.next()) switch (in.field()) ...}, where each case reads the field by
 * exactly one of the reading methods, or skips it. A nested message is a second reader over the
 * same bytes; it never reaches beyond its own end. Nothing here recurses and every length is
 * compared with the bytes that are left before it is used, so a hostile file cannot exhaust stack
 * or memory.
 *
 * <p>Stricter than protobuf where leniency would let two readers see two networks in one file: a
 * singular field may not occur twice ({@link #once}), a known field may not come in another wire
 * type, and the deprecated groups are refused.
 */
final class ProtobufReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int LONGEST_VARINT = 10;

  private final byte[] bytes;
  private final int end;
  private final String message;
  private int position;
  private int field;
  private int wireType;
  private int fieldStart;
  private long seen;

  /** A reader of the whole array as one message. */
  ProtobufReader(byte[] bytes, String message) {
    this(bytes, 0, bytes.length, message);
  }

  private ProtobufReader(byte[] bytes, int start, int end, String message) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.message = message;
  }

  /** Goes to the next field; false at the end of the message. */
  boolean next() throws NetworkFormatException {
    if (position == end) {
      return false;
    }
    fieldStart = position;
    field = 0;
    long tag = readVarint();
    if (tag < 0 || tag >>> 32 != 0 || tag >>> 3 == 0) {
      throw error(fieldStart, "no field has the tag %s", Long.toUnsignedString(tag));
    }
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    return true;
  }

  /** The number of the current field. */
  int field() {
    return field;
  }

  /** The offset in the file of the current field. */
  int offset() {
    return fieldStart;
  }

  /** Refuses a second occurrence of the current field, whose number is below 64. */
  ProtobufReader once() throws NetworkFormatException {
    long bit = 1L << field;
    if ((seen & bit) != 0) {
      throw error(fieldStart, "the field occurs twice");
    }
    seen |= bit;
    return this;
  }

  /** An int32, int64, bool or enum. */
  long integer() throws NetworkFormatException {
    require(VARINT);
    return readVarint();
  }

  float float32() throws NetworkFormatException {
    require(FIXED32);
    return take(4).getFloat();
  }

  /** The bytes of the current field: a view on the file, little-endian. */
  ByteBuffer data() throws NetworkFormatException {
    require(LENGTH);
    return take(readLength());
  }

  String string() throws NetworkFormatException {
    ByteBuffer text = data();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw error(fieldStart, "the text is not UTF-8");
    }
  }

  /** A reader of the current field as a message; this reader goes on behind it. */
  ProtobufReader nested(String name) throws NetworkFormatException {
    require(LENGTH);
    int length = readLength();
    int start = position;
    position += length;
    return new ProtobufReader(bytes, start, position, name);
  }

  /** Adds the integers of a repeated field, packed or not. */
  void integers(LongList target) throws NetworkFormatException {
    if (wireType != LENGTH) {
      target.add(integer());
      return;
    }
    ProtobufReader packed = nested(message);
    packed.field = field;
    packed.fieldStart = fieldStart;
    while (packed.position < packed.end) {
      target.add(packed.readVarint());
    }
  }

  /** Adds the bytes of a repeated float or double field, packed or not. */
  void fixed(int width, ByteArrayOutputStream target) throws NetworkFormatException {
    int length = width;
    if (wireType == LENGTH) {
      length = readLength();
      if (length % width != 0) {
        throw error(fieldStart, "%d bytes are no whole number of elements", length);
      }
    } else {
      require(width == 4 ? FIXED32 : FIXED64);
      requireLeft(length);
    }
    target.write(bytes, position, length);
    position += length;
  }

  /** Goes behind the current field, whatever it holds. */
  void skip() throws NetworkFormatException {
    switch (wireType) {
      case VARINT -> readVarint();
      case FIXED64 -> take(8);
      case LENGTH -> take(readLength());
      case FIXED32 -> take(4);
      default -> throw error(fieldStart, "wire type %d is not supported", wireType);
    }
  }

  /** What is wrong with the field at {@code offset}, as a format and its arguments. */
  NetworkFormatException error(int offset, String format, Object... arguments) {
    String where = field == 0 ? message : message + ", field " + field;
    return new NetworkFormatException(format + "; export the network again", arguments)
        .at("Not a readable ONNX file: byte %d (%s)".formatted(offset, where));
  }

  private void require(int expected) throws NetworkFormatException {
    if (wireType != expected) {
      throw error(fieldStart, "wire type %d where %d belongs", wireType, expected);
    }
  }

  private int readLength() throws NetworkFormatException {
    int start = position;
    long length = readVarint();
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw error(start, "impossible length %d", length);
    }
    requireLeft((int) length);
    return (int) length;
  }

  private ByteBuffer take(int length) throws NetworkFormatException {
    requireLeft(length);
    ByteBuffer view =
        ByteBuffer.wrap(bytes, position, length)
            .slice()
            .asReadOnlyBuffer()
            .order(ByteOrder.LITTLE_ENDIAN);
    position += length;
    return view;
  }

  private void requireLeft(int length) throws NetworkFormatException {
    if (length > end - position) {
      throw error(
          position, "truncated: %d bytes are announced, %d are left", length, end - position);
    }
  }

  private long readVarint() throws NetworkFormatException {
    int start = position;
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (position == end) {
        throw error(start, "truncated inside a number");
      }
      byte b = bytes[position++];
      if (i == LONGEST_VARINT - 1 && (b & 0xfe) != 0) {
        break;
      }
      value |= (long) (b & 0x7f) << (7 * i);
      if (b >= 0) {
        return value;
      }
    }
    throw error(start, "a number of more than 64 bits");
  }
}
