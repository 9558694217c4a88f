package surety.language.ide.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The bytes from a client, as long as they can be messages: the headers {@code Content-Length} and
 * {@code Content-Type}, an empty line, and as many bytes as announced. At the first byte that
 * cannot be part of that the stream ends, and {@link #fault} says why. Otherwise whoever talks
 * another protocol would wait for an answer for ever.
 */
final class WireGuard extends InputStream {
  /** Several times what the largest specification takes when each character is escaped. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int LONGEST_LINE = 200;
  private static final String LENGTH = "content-length:";
  private static final List<String> HEADERS = List.of(LENGTH, "content-type:");

  private final InputStream in;
  private final StringBuilder line = new StringBuilder();
  private int announced = -1;
  private int rest;
  private volatile String fault;

  WireGuard(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** What was wrong, if something was. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Ends the stream: what was read as a message is none. */
  void refuse(String reason) {
    if (fault == null) {
      fault = reason;
    }
  }

  @Override
  public int read() throws IOException {
    if (fault != null) {
      return -1;
    }
    int next = in.read();
    if (next < 0) {
      return -1;
    }
    if (rest > 0) {
      rest--;
    } else {
      header((char) next);
    }
    return fault == null ? next : -1;
  }

  /** Headers byte by byte, a body as it comes. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (rest > 0 && fault == null) {
      int count = in.read(bytes, offset, Math.min(length, rest));
      rest -= Math.max(0, count);
      return count;
    }
    int next = read();
    if (next < 0) {
      return -1;
    }
    bytes[offset] = (byte) next;
    return 1;
  }

  private void header(char next) {
    if (next == '\r') {
      return;
    }
    if (next != '\n') {
      line.append(Character.toLowerCase(next));
      if (!canBeHeader(line.toString())) {
        refuse("no message of the language server protocol begins with '" + shown() + "'");
      }
      return;
    }
    endLine(line.toString());
    line.setLength(0);
  }

  private static boolean canBeHeader(String text) {
    return text.length() <= LONGEST_LINE
        && HEADERS.stream().anyMatch(name -> name.startsWith(text) || text.startsWith(name));
  }

  private String shown() {
    return line.toString().replaceAll("[^ -~]", "?").toLowerCase(Locale.ROOT);
  }

  private void endLine(String header) {
    if (header.startsWith(LENGTH)) {
      announce(header.substring(LENGTH.length()).strip());
    } else if (header.isEmpty()) {
      if (announced < 0) {
        refuse("a message has no Content-Length");
      }
      rest = Math.max(0, announced);
      announced = -1;
    } else if (HEADERS.stream().noneMatch(header::startsWith)) {
      refuse("'" + shown() + "' is no header of a message");
    }
  }

  private void announce(String number) {
    if (!number.matches("[0-9]{1,9}")) {
      refuse("the Content-Length of a message is '" + number.replaceAll("[^ -~]", "?") + "'");
      return;
    }
    announced = Integer.parseInt(number);
    if (announced > MOST_BYTES) {
      refuse("a message has " + number + " bytes; the most are " + MOST_BYTES);
    }
  }
}
