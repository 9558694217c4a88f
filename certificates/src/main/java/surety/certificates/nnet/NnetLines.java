package surety.certificates.nnet;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.stop.Stop;

/**
 * The lines of a file, one after the other, each with numbers between commas; behind the last one
 * there may be a comma, too. Comments stand before the first number.
 */
final class NnetLines {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

  private static final Pattern COUNT = Pattern.compile("0{0,9}[1-9][0-9]{0,8}");

  /** Longer ones than anybody writes; reading one takes time that grows faster than its length. */
  private static final int MOST_CHARACTERS = 1000;

  private static final int LINES_BETWEEN_QUESTIONS = 1 << 10;

  private final byte[] file;
  private final Stop stop;
  private int next;
  private int line;

  NnetLines(byte[] file, Stop stop) {
    this.file = file;
    this.stop = stop;
  }

  /** How many bytes there are behind the lines that were read. */
  int bytesLeft() {
    return file.length - next;
  }

  /** Leaves out the comments that the file begins with. */
  void skipComments() throws NetworkFormatException {
    while (next + 1 < file.length && file[next] == '/' && file[next + 1] == '/') {
      line();
    }
  }

  /**
   * The numbers of the next line, each to the nearest double.
   *
   * @param what they are, for messages
   * @throws NetworkFormatException unless there are as many, all of them finite
   */
  double[] numbers(int count, String what) throws NetworkFormatException {
    List<String> words = words(count, what);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(words.get(i), what);
    }
    return numbers;
  }

  /**
   * The next line's whole numbers, from 1 on.
   *
   * @param what they are, for messages
   * @throws NetworkFormatException unless there are as many
   */
  int[] counts(int count, String what) throws NetworkFormatException {
    List<String> words = words(count, what);
    int[] counts = new int[count];
    for (int i = 0; i < count; i++) {
      String word = words.get(i);
      if (!COUNT.matcher(word).matches()) {
        throw error("%s are whole numbers from 1 to 999999999, not %s", what, quote(word));
      }
      counts[i] = Integer.parseInt(word);
    }
    return counts;
  }

  /** Nothing but blank lines may be left. */
  void expectEnd() throws NetworkFormatException {
    while (next < file.length) {
      String text = line();
      if (!text.isBlank()) {
        throw error(
            "the network ends before it, so %s does not belong there; correct the sizes in the"
                + " lines at the beginning, or export the network again",
            quote(text.strip()));
      }
    }
  }

  /** An error that is in the line read last. */
  NetworkFormatException error(String format, Object... arguments) {
    return new NetworkFormatException(format, arguments).at("Line " + line);
  }

  private List<String> words(int count, String what) throws NetworkFormatException {
    if (next >= file.length) {
      line++;
      throw error("the file ends where %s should be; it was cut short, so copy it again", what);
    }
    String text = line().strip();
    String inside = text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
    long found = inside.isEmpty() ? 0 : 1 + inside.chars().filter(c -> c == ',').count();
    if (found != count) {
      throw error(
          "%s should be %s, but there are %d; export the network again",
          what, count == 1 ? "one number" : count + " numbers", found);
    }
    return Arrays.stream(inside.split(",", -1)).map(String::strip).toList();
  }

  private double number(String word, String what) throws NetworkFormatException {
    if (word.length() > MOST_CHARACTERS) {
      throw error(
          "%s has more than %d characters; round it, for it becomes a double anyway",
          quote(word), MOST_CHARACTERS);
    }
    if (!NUMBER.matcher(word).matches()) {
      throw error("among %s, %s is no decimal number such as -1.5e-02", what, quote(word));
    }
    double number = Double.parseDouble(word);
    if (!Double.isFinite(number)) {
      throw error("among %s, %s is beyond the range of doubles", what, quote(word));
    }
    return number + 0.0; // one zero only
  }

  private String line() {
    if (line % LINES_BETWEEN_QUESTIONS == 0) {
      stop.check();
    }
    line++;
    int start = next;
    while (next < file.length && file[next] != '\n') {
      next++;
    }
    int end = next > start && file[next - 1] == '\r' ? next - 1 : next;
    next++;
    return new String(file, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
