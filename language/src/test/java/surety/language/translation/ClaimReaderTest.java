package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.statement.QuantityClaim;
import surety.language.Obligation;
import surety.language.Samples;
import surety.language.Specification;

/**
 * An event of a statement happens for exactly the inputs and outputs for which it happens as
 * written: the oracle evaluates the text, without multiplying or expanding anything.
 */
class ClaimReaderTest {
  private static final long SEED = 4;
  private static final int EVENTS = 400;

  private static final String TWO =
      """
      semantics real;
      network A = "net.onnx" { input a, b; output c, d; }
      network B = "net.onnx" { input a, b; output c, d; }
      distribution Both for A, B { a ~ Uniform(0, 1); b ~ Uniform(0, 1); }
      """;

  private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

  @TempDir private Path folder;

  /** A part of an expression as text, and its value. */
  private record Value(String text, Rational value) {}

  /** An event as text, and whether it happens. */
  private record Occurrence(String text, boolean happens) {}

  /** Values of c, d of A, of c, d of B, and of a, b. */
  private record Point(List<Rational> outputs, List<Rational> inputs) {}

  @Test
  void eventsMeanWhatIsWritten() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Samples samples = new Samples(folder);
    int read = 0;
    for (int i = 0; i < EVENTS; i++) {
      Point point = point(random);
      Occurrence event = event(random, point, 2);
      String text = TWO + "query q: P(" + event.text() + ") = ? under Both;\n";
      for (Obligation obligation : samples.read(text).obligations()) {
        read++;
        Event translated = ((QuantityClaim) obligation.statement().claim()).event().orElseThrow();
        assertEquals(
            event.happens(), translated.holds(point.outputs(), point.inputs()), event::text);
      }
    }
    assertTrue(read > EVENTS / 2, "only " + read + " were right");
  }

  @Test
  void aConstantInAQuantityIsItsNumber() throws IOException {
    String text =
        TWO
            + """
            constant k = 1/10;
            property p: -k / 3 + 2 * (P(A.c > k) - k) + quantile(A.d, k) < 0 under Both;
            property p_: -(1/10) / 3 + 2 * (P(A.c > 1/10) - 0.1) + quantile(A.d, 0.1) < 0 under Both;
            """;
    List<Obligation> both = new Samples(folder).read(text).obligations();
    assertEquals(2, both.size());
    assertEquals(both.get(1).statement().canonical(), both.get(0).statement().canonical());
  }

  /** Few values, so that many are equal. */
  private static Point point(SplittableRandom random) {
    List<Rational> values = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      values.add(Rational.of(random.nextInt(-2, 3), random.nextInt(1, 3)));
    }
    return new Point(values.subList(0, 4), values.subList(4, 6));
  }

  private static Occurrence event(SplittableRandom random, Point point, int depth) {
    switch (depth > 0 ? random.nextInt(9) : 3 + random.nextInt(6)) {
      case 0 -> {
        return several(random, point, depth, true);
      }
      case 1 -> {
        return several(random, point, depth, false);
      }
      case 2 -> {
        Occurrence inner = event(random, point, depth - 1);
        boolean twice = random.nextBoolean();
        return new Occurrence(
            (twice ? "not not (" : "not (") + inner.text() + ")", twice == inner.happens());
      }
      case 3 -> {
        return classes(random, point);
      }
      case 4 -> {
        return interval(random, point);
      }
      default -> {
        return chain(random, point, depth);
      }
    }
  }

  private static Occurrence several(SplittableRandom random, Point point, int depth, boolean all) {
    List<Occurrence> parts = new ArrayList<>();
    for (int i = random.nextInt(2, 4); i > 0; i--) {
      parts.add(event(random, point, depth - 1));
    }
    String text =
        parts.stream()
            .map(part -> "(" + part.text() + ")")
            .collect(Collectors.joining(all ? " and " : " or "));
    return new Occurrence(
        text,
        all
            ? parts.stream().allMatch(Occurrence::happens)
            : parts.stream().anyMatch(Occurrence::happens));
  }

  /** The first of several that are largest or least, found by looking at all. */
  private static int chosen(List<Rational> outputs, boolean largest) {
    int best = 0;
    for (int i = 1; i < outputs.size(); i++) {
      int order = outputs.get(i).compareTo(outputs.get(best));
      best = (largest ? order > 0 : order < 0) ? i : best;
    }
    return best;
  }

  private static Occurrence classes(SplittableRandom random, Point point) {
    boolean largest = random.nextBoolean();
    boolean ofA = random.nextBoolean();
    int chosen =
        chosen(ofA ? point.outputs().subList(0, 2) : point.outputs().subList(2, 4), largest);
    String call = (largest ? "argmax(" : "argmin(") + (ofA ? "A)" : "B)");
    boolean equal = random.nextBoolean();
    String sign = equal ? " == " : " != ";
    int asked = random.nextInt(2);
    switch (random.nextInt(4)) {
      case 0 -> {
        int other = chosen(point.outputs().subList(2, 4), true);
        return new Occurrence(call + sign + "argmax(B)", equal == (chosen == other));
      }
      case 1 -> {
        return new Occurrence(call + " in {" + (asked == 0 ? "c" : "c, d") + "}", chosen <= asked);
      }
      case 2 -> {
        return new Occurrence(
            (ofA ? "A." : "B.") + (asked == 0 ? "c" : "d") + sign + call,
            equal == (chosen == asked));
      }
      default -> {
        return new Occurrence(call + sign + (asked == 0 ? "c" : "d"), equal == (chosen == asked));
      }
    }
  }

  private static Occurrence interval(SplittableRandom random, Point point) {
    Value value = number(random, point, 2);
    int lower = random.nextInt(-2, 2);
    int upper = lower + random.nextInt(3);
    return new Occurrence(
        value.text() + " in [" + lower + ", " + upper + "]",
        value.value().compareTo(Rational.of(lower)) >= 0
            && value.value().compareTo(Rational.of(upper)) <= 0);
  }

  private static Occurrence chain(SplittableRandom random, Point point, int depth) {
    Value left = number(random, point, depth);
    StringBuilder text = new StringBuilder(left.text());
    boolean happens = true;
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      Value right = number(random, point, depth);
      Comparison comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
      text.append(" ").append(comparison.symbol()).append(" ").append(right.text());
      happens &= comparison.holds(left.value().compareTo(right.value()));
      left = right;
    }
    return new Occurrence(text.toString(), happens);
  }

  private static Value number(SplittableRandom random, Point point, int depth) {
    int choice = random.nextInt(depth > 0 ? 8 : 2);
    if (choice == 0) {
      int input = random.nextInt(2);
      return new Value(input == 0 ? "a" : "b", point.inputs().get(input));
    }
    if (choice == 1) {
      int output = random.nextInt(4);
      return new Value(
          List.of("A.c", "A.d", "B.c", "B.d").get(output), point.outputs().get(output));
    }
    Value first = number(random, point, depth - 1);
    Value second = number(random, point, depth - 1);
    Rational factor = Rational.of(random.nextInt(1, 4), 2);
    return switch (choice) {
      case 2 -> new Value("(-(" + first.text() + "))", first.value().negate());
      case 3 -> new Value("(" + first.text() + ") * (" + factor + ")", first.value().times(factor));
      case 4 ->
          new Value(
              "(" + first.text() + ") - (" + second.text() + ")",
              first.value().minus(second.value()));
      case 5 -> new Value("abs(" + first.text() + ")", first.value().abs());
      default -> {
        boolean largest = choice == 6;
        boolean isFirst = first.value().compareTo(second.value()) > 0 == largest;
        yield new Value(
            (largest ? "max(" : "min(") + first.text() + ", " + second.text() + ")",
            isFirst ? first.value() : second.value());
      }
    };
  }

  private String claim(String text) throws IOException {
    Specification specification = new Samples(folder).read(text);
    assertEquals(List.of(), specification.diagnostics());
    return specification.obligations().get(0).statement().claim().canonical();
  }

  @Test
  void theFirstOfSeveralLargestCounts() throws IOException {
    assertEquals(
        "P((1*y[0] + -1*y[1] >= 0 and -1*y[2] + 1*y[3] > 0)) = ?",
        claim(TWO + "query q: P(argmax(A) == c and argmax(B) == d) = ? under Both;\n"));
    assertEquals(
        "P((1*y[0] + -1*y[1] <= 0 or -1*y[2] + 1*y[3] < 0)) = ?",
        claim(TWO + "query q: P(argmin(A) == c or argmin(B) == d) = ? under Both;\n"));
  }

  @Test
  void quantitiesAreWrittenAsTheyAre() throws IOException {
    assertEquals(
        "(P(1*y[0] > 0 | 1*x[0] > 1/2) / P(1*y[0] > 0)) >= 4/5",
        claim(Samples.claim("property p: P(c > 0 | a > 0.5) / P(c > 0) >= 0.8 under D;")));
    assertEquals(
        "abs((P(1*y[0] > 0) - P(1*y[1] > 0))) < 1/20",
        claim(Samples.claim("property p: abs(P(c > 0) - P(d > 0)) < 0.05 under D;")));
    assertEquals(
        "(1 - P(1*y[0] > 0)) > 9/10",
        claim(Samples.claim("property p: 1 - P(c > 0) > 0.9 under D;")));
    assertEquals(
        "P(1*y[0] > 0) in [1/5, 3/10]",
        claim(Samples.claim("property p: P(c > 0) in [0.2, 0.3] under D;")));
    assertEquals(
        "(0 - (7/2 * P(1*y[0] > 0))) = ?",
        claim(Samples.claim("query q: -(3 + 1/2) * P(c > 0) = ? under D;")));
    assertEquals(
        "P(not (1*y[0] > 0 and 1*y[1] > 0)) = ?",
        claim(Samples.claim("query q: P(not (c > 0 and d > 0)) = ? under D;")));
  }

  @Test
  void namedEventsStandForWhatTheyAre() throws IOException {
    assertEquals(
        "P(((1*y[0] > 0 or 1*y[1] > 0) and 1*x[0] > 1/2)) = ?",
        claim(
            Samples.claim(
                "event danger = c > 0 or d > 0;\nevent fast = danger and a > 0.5;\n"
                    + "query q: P(fast) = ? under D;")));
  }

  @Test
  void settingsAreDefaults() throws IOException {
    Specification specification =
        new Samples(folder)
            .read(
                Samples.claim(
                    """
                    settings { within 1e-3; timeout 60 s; }
                    query q: P(c > 0) = ? under D;
                    query r: P(c > 0) = ? under D within 1e-6;"""));
    assertEquals("1e-3", specification.obligations().get(0).within().orElseThrow().text());
    assertEquals("1e-6", specification.obligations().get(1).within().orElseThrow().text());
    assertEquals(60, specification.obligations().get(1).timeout().orElseThrow().toSeconds());
  }

  @Test
  void severalNetworksStandSideBySide() throws IOException {
    Specification specification =
        new Samples(folder).read(TWO + "query q: P(A.c - B.c > 0.1 and a > 0.5) = ? under Both;\n");
    assertEquals(List.of(), specification.diagnostics());
    Obligation obligation = specification.obligations().get(0);
    assertEquals(List.of("A.c", "A.d", "B.c", "B.d"), obligation.outputs());
    assertEquals(2, obligation.networkFiles().size());
    assertEquals(2, obligation.statement().networks().size());
  }
}
