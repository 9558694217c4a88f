package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import surety.language.problems.IssueCodes;

/**
 * A random valid specification of the sample networks, broken in one of the ways that have fixes.
 *
 * @param valid the text before
 * @param text the same text, broken
 */
record BrokenSpecification(String valid, String text) {
  /** Code, what is written, and what it is replaced by. */
  private record Break(String code, String from, String to) {}

  private static final List<String> DISTRIBUTIONS =
      List.of(
          "Uniform(-1, 2.5)",
          "Beta(2, 3)",
          "Normal(0, 1) on [-3, 3]",
          "Triangular(0, 0.2, 1)",
          "Histogram([0, 1, 2], [1/2, 1/2])",
          "Polynomial([0, 1, 2], [[0, 1], [2, -1]])",
          "Exponential(0.5)",
          "Gamma(2, 3)");

  private static final List<Break> BREAKS =
      List.of(
          new Break(IssueCodes.SEMANTICS_MISSING, "semantics real;", ""),
          new Break(IssueCodes.SEMANTICS_UNKNOWN, "semantics real;", "semantics float;"),
          new Break(IssueCodes.UNKNOWN_NETWORK, "for Net", "for Nte"),
          new Break(IssueCodes.UNKNOWN_DISTRIBUTION, "under Inputs", "under Input"),
          new Break(IssueCodes.UNKNOWN_INPUT, "speed ~", "sped ~"),
          new Break(IssueCodes.UNKNOWN_OUTPUT, "score >", "scroe >"),
          new Break(IssueCodes.UNKNOWN_FAMILY, "Normal", "normal"),
          new Break(IssueCodes.UNKNOWN_FAMILY, "Uniform", "Uniforn"),
          new Break(IssueCodes.INPUT_MISSING, "angle = 1/3;", ""),
          new Break(IssueCodes.INPUT_REPEATED, "angle = 1/3;", "angle = 1/3; angle = 2;"),
          new Break(IssueCodes.NETWORK_OUTPUTS, "score, rest", "score"),
          new Break(IssueCodes.NETWORK_OUTPUTS, "score, rest", "score, rest, more"),
          new Break(IssueCodes.NETWORK_MISSING, "\"net.onnx\"", "\"nte.onnx\""),
          new Break(IssueCodes.INTERVAL_EMPTY, "[-3, 3]", "[3, -3]"),
          new Break(IssueCodes.INTERVAL_EMPTY, "(-1, 2.5)", "(2.5, -1)"),
          new Break(IssueCodes.PARAMETER_RANGE, "(0, 0.2, 1)", "(0, 1, 0.2)"),
          new Break(IssueCodes.HISTOGRAM_SUM, "[1/2, 1/2]", "[0.3, 0.3]"),
          new Break(IssueCodes.HISTOGRAM_ORDER, "[0, 1, 2]", "[2, 1, 0]"),
          new Break(IssueCodes.POLYNOMIAL_INTEGRAL, "[[0, 1], [2, -1]]", "[[0, 1], [1, -1/2]]"),
          new Break(IssueCodes.POINTS_ORDER, "[0, 1/2, 2]", "[2, 0, 0.5, 1/2]"),
          new Break(IssueCodes.TIMEOUT_UNIT, "60 s", "60 seconds"),
          new Break(IssueCodes.OPTION_REPEATED, "within 1e-6", "within 1e-6 within 1e-3"),
          new Break(IssueCodes.NAME_REPEATED, "query second", "query first"),
          new Break(IssueCodes.INDEX_NAMED, "score >", "y[0] >"),
          new Break(IssueCodes.SYNTAX, "speed ~", "speed :"),
          new Break(IssueCodes.SYNTAX, "query second", "qeury second"),
          new Break(IssueCodes.SYNTAX, "1/3;", "1/3"),
          new Break(IssueCodes.SYNTAX, "score > 1", "score \u2265 1"));

  /** Breaks a specification; with consecutive numbers in each of the ways. */
  static BrokenSpecification of(SplittableRandom random, int number) {
    Break way = BREAKS.get(number % BREAKS.size());
    String valid = valid(random);
    while (!valid.contains(way.from())) {
      valid = valid(random);
    }
    int at = valid.indexOf(way.from());
    String broken = valid.substring(0, at) + way.to() + valid.substring(at + way.from().length());
    return new BrokenSpecification(valid, broken);
  }

  /** The codes of all messages on broken texts. */
  static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    BREAKS.forEach(way -> codes.add(way.code()));
    return codes;
  }

  /** A text from which a part is missing, or stands twice. */
  static String mangled(SplittableRandom random) {
    String text = of(random, random.nextInt(BREAKS.size())).text();
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(12));
    return text.substring(0, from)
        + (random.nextBoolean() ? "" : text.substring(from, to).repeat(2))
        + text.substring(to);
  }

  private static String valid(SplittableRandom random) {
    List<String> parts = new ArrayList<>();
    parts.add("semantics real;");
    parts.add("network Net = \"net.onnx\" {~ input speed, angle;~ output score, rest;~}");
    String distribution = DISTRIBUTIONS.get(random.nextInt(DISTRIBUTIONS.size()));
    parts.add("distribution Inputs for Net {~ speed # " + distribution + ";~ angle = 1/3;~}");
    parts.add("distribution Other for Net { speed = 1; angle # Beta(2, 2); }");
    parts.add("query first: cdf(score - rest) at [0, 1/2, 2] under Inputs timeout 60 s;");
    parts.add("query second: P(score > 1) = ? under Inputs within 1e-6;");
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "// for a test\n\n" : "");
    for (String part : parts) {
      text.append(laidOut(part, random)).append(random.nextBoolean() ? "\n" : " /* then */\n\n");
    }
    return random.nextBoolean() ? text.toString() : text.toString().replace("\n", "\r\n");
  }

  /** A tilde is where a line may end, a sharp sign the tilde of the language. */
  private static String laidOut(String part, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '~') {
        text.append(
            switch (random.nextInt(3)) {
              case 0 -> "\n ";
              case 1 -> " // here\n ";
              default -> " ";
            });
      } else {
        text.append(c == '#' ? '~' : c);
      }
    }
    return text.toString();
  }
}
