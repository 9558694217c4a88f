package surety.certificates.onnx;

import java.io.IOException;

/**
 * A network file that cannot be read. The message is one line for the user: what is wrong, where
 * (node and operator, tensor, or byte offset), and what to do about it.
 */
public final class NetworkFormatException extends IOException {

  private static final long serialVersionUID = 1;
  private static final int LONGEST_QUOTE = 80;

  /** The message is a format and its arguments, so that no name of the file is taken for one. */
  @SuppressWarnings("AnnotateFormatMethod") // one annotation is not worth a dependency
  public NetworkFormatException(String format, Object... arguments) {
    super(format.formatted(arguments));
  }

  /** The same with the place in front of it. */
  public NetworkFormatException at(String place) {
    return new NetworkFormatException("%s: %s", place, getMessage());
  }

  /** A name of the file for a message: quoted, shortened, and free of control characters. */
  public static String quote(String name) {
    StringBuilder text = new StringBuilder("'");
    name.codePoints()
        .limit(LONGEST_QUOTE)
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
        .forEach(text::appendCodePoint);
    return text.append(name.codePointCount(0, name.length()) > LONGEST_QUOTE ? "...'" : "'")
        .toString();
  }
}
