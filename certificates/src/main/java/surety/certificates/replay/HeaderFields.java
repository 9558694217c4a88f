package surety.certificates.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.TextRejection;
import surety.certificates.statement.Statement;

/** Parts that the headers of all kinds of certificates have. */
final class HeaderFields {
  private static final int MOST_INPUTS = Statement.MOST_COORDINATES;

  private HeaderFields() {}

  static String hex(double x) {
    return Dyadic.of(x).toHex();
  }

  static String text(List<Truncation> truncations) {
    StringBuilder text = new StringBuilder();
    text.append("truncations ").append(truncations.size()).append('\n');
    for (Truncation truncation : truncations) {
      text.append(hex(truncation.lower())).append(' ').append(hex(truncation.upper())).append('\n');
    }
    return text.toString();
  }

  static List<Truncation> readTruncations(LineReader lines) throws IOException, RejectedException {
    int count = count(lines.after("truncations "), MOST_INPUTS);
    List<Truncation> truncations = new ArrayList<>();
    for (int q = 0; q < count; q++) {
      String[] ends = fields(lines.next(), 2);
      truncations.add(new Truncation(number(ends[0]), number(ends[1])));
    }
    return truncations;
  }

  static int count(String text, int most) throws RejectedException {
    if (text.matches("0|[1-9][0-9]{0,6}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    throw new RejectedException(new TextRejection.NoCount(text, most));
  }

  /** A number of what a tree has, which may be more than fits into memory. */
  static long longCount(String text, long least) throws RejectedException {
    if (!text.matches("0|[1-9][0-9]{0,17}") || Long.parseLong(text) < least) {
      throw new RejectedException(new RegionRejection.NoCount(text));
    }
    return Long.parseLong(text);
  }

  static String[] fields(String line, int count) throws RejectedException {
    String[] fields = line.split(" ", count + 1); // not more of a hostile line than tells
    if (fields.length != count) {
      throw new RejectedException(new TextRejection.NumbersOfLine(count, line));
    }
    return fields;
  }

  static double number(String text) throws RejectedException {
    return dyadic(text).doubleFloor();
  }

  static Rational rational(String text) throws RejectedException {
    Rational number;
    try {
      number = Rational.parseFraction(text);
    } catch (NumberFormatException e) {
      throw new RejectedException(new TextRejection.NoNumber(e.getMessage()));
    }
    if (!number.toString().equals(text)) {
      throw new RejectedException(
          new TextRejection.NoNumber("'" + Rejection.brief(text) + "' is not in lowest terms"));
    }
    return number;
  }

  static Enclosure enclosure(String[] ends) throws RejectedException {
    Enclosure bounds;
    try {
      bounds = new Enclosure(Bound.parseHex(ends[0]), Bound.parseHex(ends[1]));
    } catch (IllegalArgumentException e) {
      throw new RejectedException(new TextRejection.NoBounds(e.getMessage()));
    }
    if (!bounds.isOfUsualSize()) { // its decimals would take longer than anybody waits
      throw new RejectedException(new TextRejection.UnusualSize(bounds));
    }
    return bounds;
  }

  static Dyadic dyadic(String text) throws RejectedException {
    try {
      return Dyadic.parseHex(text);
    } catch (NumberFormatException e) {
      throw new RejectedException(new TextRejection.NoBounds(e.getMessage()));
    }
  }
}
