package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.language.verification.Known;

class LimitMarkTest {
  private static final Statement CDF = Known.statement("cdf(1*y[0]) at 100 points");

  private static Optional<LimitMark> mark(String claim) {
    return LimitMark.of("p", Known.statement(claim), CDF, Standing.VIOLATED);
  }

  /** The range without its edge. */
  private static boolean isInside(LimitMark mark, double probability) {
    return probability >= mark.from() && probability <= mark.to() && probability != mark.edge();
  }

  /** With an event and its complement, and each limit: a cdf satisfies the property outside. */
  @ParameterizedTest
  @EnumSource
  void aCdfSatisfiesThePropertyOutsideOfTheWallOnly(Comparison event) {
    SplittableRandom random = new SplittableRandom(1);
    for (Comparison limit : Comparison.values()) {
      for (int i = 0; i < 100; i++) {
        double bound = random.nextInt(1, 64) / 64.0;
        double below = random.nextInt(0, 65) / 64.0;
        double probability = event.isBelow() ? below : 1 - below;
        Limit required = new Limit(limit, Rational.ofDouble(bound));
        boolean holds =
            required.comparison().holds(Rational.ofDouble(probability).compareTo(required.limit()));
        LimitMark mark =
            mark("P(1*y[0] %s 3) %s %s".formatted(event.symbol(), limit.symbol(), bound))
                .orElseThrow();
        assertEquals(3, mark.t());
        if (below != mark.edge()) {
          assertEquals(!holds, isInside(mark, below), () -> mark + " " + below);
        }
        assertEquals(
            holds,
            mark.required()
                .comparison()
                .holds(Rational.ofDouble(below).compareTo(mark.required().limit())));
      }
    }
  }

  /** Outputs may have an atom at the threshold: it counts for {@code <=}, not for {@code <}. */
  @ParameterizedTest
  @CsvSource({"<, true", "<=, false", ">, false", ">=, true"})
  void whatComesBeforeTheThresholdIsCalledSo(String event, boolean isBefore) {
    LimitMark mark = mark("P(1*y[0] " + event + " 3) < 1/2").orElseThrow();
    assertEquals(isBefore, mark.isBefore());
    assertEquals(isBefore ? "p, below t" : "p", mark.label());
  }

  @ParameterizedTest
  @CsvSource({
    "<=, < 0, 0, 1, 0",
    "<=, <= 0, 0, 1, 0",
    "<=, > 0, 0, 0, 0",
    "<=, < 1, 1, 1, 1",
    "<=, > 1, 0, 1, 1",
    "<=, >= 1, 0, 1, 1",
    ">, <= 0, 0, 1, 1",
    ">, >= 1, 0, 1, 0",
    ">, < 1/4, 0, 0.75, 0.75",
    "<=, < 2, -, -, -",
    "<=, > -1, -, -, -",
    "<=, <= 1, -, -, -",
    "<=, >= 0, -, -, -",
    ">, <= 1, -, -, -",
    ">, >= 0, -, -, -",
    "<=, < -1, 0, 1, 0",
    "<=, >= 2, 0, 1, 1",
  })
  void extremeLimits(String event, String limit, String from, String to, String edge) {
    Optional<LimitMark> mark = mark("P(1*y[0] " + event + " 3) " + limit);
    assertEquals(from.equals("-"), mark.isEmpty());
    mark.ifPresent(
        m -> {
          assertEquals(Double.parseDouble(from), m.from());
          assertEquals(Double.parseDouble(to), m.to());
          assertEquals(Double.parseDouble(edge), m.edge());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"P(1*y[0] > 3) = ?", "cdf(1*y[0]) at 3 points", "P(2*y[0] > 3) < 1/2"})
  void whatRequiresNothingOfTheCdfIsNoMark(String claim) {
    assertTrue(mark(claim).isEmpty());
  }

  @Test
  void anotherNetworkAndAnotherDistributionAreOtherFunctions() throws StatementException {
    String property = Known.statement("P(1*y[0] <= 3) < 1/2").canonical();
    Statement network = Statement.parse(property.replace("0".repeat(64), "1".repeat(64)));
    assertTrue(LimitMark.of("p", network, CDF, Standing.VIOLATED).isEmpty());
    Statement inputs = Statement.parse(property.replace("uniform(0, 1)", "uniform(0, 2)"));
    assertTrue(LimitMark.of("p", inputs, CDF, Standing.VIOLATED).isEmpty());
    assertTrue(
        LimitMark.of(
                "p", Statement.parse(property), Known.statement("P(1*y[0] > 3) = ?"), Standing.KEPT)
            .isEmpty());
  }

  @Test
  void tinyLimitsAreNotLost() {
    LimitMark mark = mark("P(1*y[0] > 3) < 1e-400").orElseThrow();
    assertEquals(1, mark.edge());
    assertEquals(0, mark.from());
    assertEquals(
        new Limit(Comparison.GREATER, Rational.ONE.minus(Rational.parse("1e-400"))),
        mark.required());
  }
}
