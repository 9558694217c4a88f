package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.statement.ProbabilityClaim;
import surety.language.Obligation;
import surety.language.Samples;

/**
 * An event in its normal form happens for exactly the outputs for which it happens as written: the
 * oracle evaluates the text, without multiplying anything out.
 */
class ClaimReaderTest {
  private static final long SEED = 4;
  private static final int EVENTS = 200;

  private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

  @TempDir private Path folder;

  /** A sum as text, and its value for given outputs. */
  private record Expression(String text, Rational value) {}

  @Test
  void normalFormsMeanTheSame() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Samples samples = new Samples(folder);
    for (int i = 0; i < EVENTS; i++) {
      List<Rational> outputs = List.of(rational(random), rational(random));
      Expression left = linear(random, outputs, 3);
      Expression right = linear(random, outputs, 3);
      Comparison comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
      // With this offset the two sides are equal every other time.
      Rational offset = random.nextBoolean() ? left.value().minus(right.value()) : rational(random);
      String text =
          left.text() + " " + comparison.symbol() + " " + right.text() + " + (" + offset + ")";
      boolean happens = comparison.holds(left.value().compareTo(right.value().plus(offset)));
      for (Obligation obligation :
          samples.read(Samples.claim("query q: P(" + text + ") = ? under D;")).obligations()) {
        Event event = ((ProbabilityClaim) obligation.statement().claim()).event();
        assertEquals(happens, event.holds(outputs), text);
        assertEquals(comparison, event.comparison());
      }
    }
  }

  private static Expression linear(SplittableRandom random, List<Rational> outputs, int depth) {
    int choice = random.nextInt(depth > 0 ? 6 : 2);
    if (choice == 0) {
      int output = random.nextInt(2);
      return new Expression(output == 0 ? "c" : "d", outputs.get(output));
    }
    if (choice == 1) {
      return constant(random);
    }
    Expression operand = linear(random, outputs, depth - 1);
    if (choice == 2) {
      return new Expression("(-" + inside(operand) + ")", operand.value().negate());
    }
    if (choice == 3) {
      Expression factor = constant(random);
      return random.nextBoolean()
          ? new Expression(
              factor.text() + " * " + inside(operand), factor.value().times(operand.value()))
          : new Expression(
              inside(operand) + " / " + factor.text(), operand.value().dividedBy(factor.value()));
    }
    Expression other = linear(random, outputs, depth - 1);
    return choice == 4
        ? new Expression(operand.text() + " + " + other.text(), operand.value().plus(other.value()))
        : new Expression(
            operand.text() + " - " + inside(other), operand.value().minus(other.value()));
  }

  private static String inside(Expression expression) {
    return "(" + expression.text() + ")";
  }

  /** A positive decimal. */
  private static Expression constant(SplittableRandom random) {
    int tenths = random.nextInt(1, 50);
    return new Expression(tenths / 10 + "." + tenths % 10, Rational.of(tenths, 10));
  }

  private static Rational rational(SplittableRandom random) {
    return Rational.of(random.nextInt(-20, 21), random.nextInt(1, 7));
  }
}
