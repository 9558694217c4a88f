package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Bound;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;

/** Quantities that are known: the bounds are on both sides of them, and close. */
class QuantityClosedFormTest {
  private static final SearchOptions OPTIONS =
      SearchOptions.defaults().withGap(1e-9).withThreads(2).withMaxCells(20_000);

  /** What closed forms in doubles are off by, at most, relative to their size. */
  private static final double ROUNDING = 1e-13;

  private static BandPoint bounds(Network network, List<String> inputs, String quantity) {
    return bounds(network, inputs, quantity, OPTIONS);
  }

  private static BandPoint bounds(
      Network network, List<String> inputs, String quantity, SearchOptions options) {
    StringBuilder text = new StringBuilder("surety statement 2\nsemantics real\nnetworks 1\n");
    text.append("network sha256 " + "0".repeat(64) + " outputs " + network.outputs() + "\n");
    text.append("inputs " + inputs.size() + "\n");
    for (int k = 0; k < inputs.size(); k++) {
      text.append("x[" + k + "] ~ " + inputs.get(k) + "\n");
    }
    text.append(quantity).append(" = ?\n");
    try {
      Statement statement = Statement.parse(text.toString());
      return Checker.check(statement, List.of(network), options, p -> {}, () -> false)
          .points()
          .get(0);
    } catch (StatementException e) {
      throw new AssertionError(text.toString(), e);
    }
  }

  private static void assertAround(double truth, double gap, BandPoint bounds) {
    double slack = ROUNDING * Math.max(1, Math.abs(truth));
    assertTrue(bounds.lower().doubleFloor() <= truth + slack, () -> bounds + " above " + truth);
    assertTrue(bounds.upper().doubleCeiling() >= truth - slack, () -> bounds + " below " + truth);
    assertTrue(bounds.gap().doubleCeiling() <= gap, () -> bounds + " is too wide");
  }

  private static Network identity(int inputs) {
    return Network.chain(inputs, List.of());
  }

  private static Network layers(Activation activation, double weight, double bias) {
    AffineLayer before = AffineLayer.of(new double[][] {{weight}}, new double[] {bias});
    return Network.chain(1, List.of(before, ActivationLayer.uniform(1, activation)));
  }

  /** Of k outputs that nothing tells apart each is the first of the largest with P = 1/k. */
  @ParameterizedTest
  @CsvSource({"2, uniform", "2, normal", "3, uniform", "3, beta"})
  void exchangeableOutputsWinEquallyOften(int count, String family) {
    String text = family + (family.equals("beta") ? "(2, 2)" : "(0, 1)");
    List<String> inputs = Collections.nCopies(count, text);
    for (int k = 0; k < count; k++) {
      StringBuilder wins = new StringBuilder();
      for (int j = 0; j < count; j++) {
        if (j != k) {
          wins.append(wins.length() == 0 ? "" : " and ");
          wins.append(
              j < k
                  ? "-1*y[%d] + 1*y[%d] > 0".formatted(j, k)
                  : "1*y[%d] + -1*y[%d] >= 0".formatted(k, j));
        }
      }
      String event = count == 2 ? wins.toString() : "(" + wins + ")";
      assertAround(1.0 / count, 1e-6, bounds(identity(count), inputs, "P(" + event + ")"));
    }
  }

  /** Inclusion and exclusion, total probability, and the product rule: all of them are 0. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "((P(1*y[0] <= 1/3) + P(1*y[1] > 1/2)) - (P((1*y[0] <= 1/3 and 1*y[1] > 1/2)) + P((1*y[0] <= 1/3 or 1*y[1] > 1/2))))",
        "(P(1*y[0] + 1*y[1] <= 1) - (P((1*y[0] + 1*y[1] <= 1 and 1*y[0] <= 1/3)) + P((1*y[0] + 1*y[1] <= 1 and not 1*y[0] <= 1/3))))",
        "(P((1*y[0] + 1*y[1] <= 1 and 1*y[0] <= 1/3)) - (P(1*y[0] + 1*y[1] <= 1 | 1*y[0] <= 1/3) * P(1*y[0] <= 1/3)))",
        "(P(not (1*y[0] <= 1/3 and 1*y[1] <= 1/2)) - P((1*y[0] > 1/3 or 1*y[1] > 1/2)))",
        "((P(1*y[0] <= 1/3 | 1*y[1] <= 1/2) + P(1*y[0] > 1/3 | 1*y[1] <= 1/2)) - 1)",
        "(E(1*y[0] + 1*y[1]) - (E(1*y[0]) + E(1*y[1])))",
        "(Var(1*y[0] + 1*y[1]) - (Var(1*y[0]) + Var(1*y[1])))",
        "(Cov(1*y[0], 1*y[0] + 1*y[1]) - Var(1*y[0]))",
        "(E(1*y[0]) - ((E(1*y[0] | 1*y[0] <= 1/3) * P(1*y[0] <= 1/3)) + (E(1*y[0] | 1*y[0] > 1/3) * P(1*y[0] > 1/3))))"
      })
  void lawsHold(String zero) {
    assertAround(0, 1e-6, bounds(identity(2), List.of("beta(2, 2)", "uniform(0, 1)"), zero));
  }

  /**
   * Two dice a and b as histograms: events of whole bins can be counted, and their thresholds lie
   * on the edges of bins.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a > 3 and b <= 4
        "P((1*y[0] > 1/2 and 1*y[1] <= 2/3)); 12; 36",
        "P((1*y[0] > 1/6 and 1*y[0] <= 1/2)); 2; 6",
        // given b <= 2 or a = 6
        "P(1*y[0] > 1/2 | (1*y[1] <= 1/3 or 1*y[0] > 5/6)); 10; 16",
        "P((1*y[0] <= 1/6 or 1*y[1] <= 1/6) | 1*y[0] <= 1/2); 8; 18",
        "P(1*y[0] <= 1/6 | 1*y[0] <= 1/2); 1; 3",
        "(P(1*y[0] <= 1/6 | 1*y[0] <= 1/2) / P(1*y[1] <= 1/2)); 2; 3",
        "(P(1*y[0] <= 1/6) / P(1*y[0] <= 1/2)); 1; 3",
      })
  void conditionalProbabilitiesByCounting(String quantity, int hits, int all) {
    List<String> dice =
        Collections.nCopies(
            2, "histogram([0, 1/6, 1/3, 1/2, 2/3, 5/6, 1], [1/6, 1/6, 1/6, 1/6, 1/6, 1/6])");
    assertAround((double) hits / all, 1e-9, bounds(identity(2), dice, quantity));
  }

  /** Of y = x: mean, standard deviation, and what follows for 3 - 2 y. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(-1, 3); 1; 1.1547005383792515",
        "beta(2, 2); 0.5; 0.22360679774997896",
        "triangular(0, 1, 2); 1; 0.408248290463863",
        "histogram([0, 1, 3], [1/2, 1/2]); 1.25; 0.8779711460710615",
        "normal(1/10, 2); 0.1; 2",
        "exponential(4); 0.25; 0.25",
        "gamma(2, 3); 6; 4.242640687119285",
        "beta(5/2, 3/2); 0.625; 0.21650635094610965",
      })
  void momentsOfDistributionsThroughAffineNetworks(String input, double mean, double deviation) {
    Network line = Networks.linear(3, -2);
    List<String> inputs = List.of(input);
    double scale = Math.max(1, deviation * deviation);
    assertAround(3 - 2 * mean, 1e-6 * scale, bounds(line, inputs, "E(1*y[0])"));
    assertAround(4 * deviation * deviation, 1e-5 * scale, bounds(line, inputs, "Var(1*y[0])"));
    assertAround(2 * deviation, 1e-5 * scale, bounds(line, inputs, "Std(1*y[0])"));
    assertAround(
        -2 * deviation * deviation, 1e-5 * scale, bounds(line, inputs, "Cov(1*y[0], 1*x[0])"));
    assertAround(-1, 1e-4, bounds(line, inputs, "Corr(1*y[0], 1*x[0])"));
    assertAround(1, 1e-4, bounds(line, inputs, "Corr(1*y[0], 2*y[0])"));
  }

  /** For p = 9/10; of a normal the density at the quantile over 1 - p is the mean beyond it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(-1, 3); 2.6; 2.8",
        "exponential(1); 2.302585092994046; 3.302585092994046",
        "normal(0, 1); 1.2815515655446004; 1.754983319324868",
        "triangular(0, 1, 1); 0.9486832980505138; 0.9745668783635837",
      })
  void quantilesAndMeansBeyond(String input, double quantile, double beyond) {
    Network line = Networks.linear(1, 2);
    List<String> inputs = List.of(input);
    assertAround(1 + 2 * quantile, 1e-5, bounds(line, inputs, "quantile(1*y[0], 9/10)"));
    assertAround(1 + 2 * beyond, 1e-5, bounds(line, inputs, "cvar(1*y[0], 9/10)"));
    // several numbers are free, and each belongs to its own part
    assertAround(
        2 * (beyond - quantile),
        1e-4,
        bounds(line, inputs, "(cvar(1*y[0], 9/10) - quantile(1*y[0], 9/10))"));
  }

  /**
   * Of events that no sample meets; P(z > 89/10) is 3e-19. Beyond t the mean of a normal is the
   * density over the probability, and its sum with another one exceeds 13 only with a large part of
   * both.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "P(1*y[1] > 0 | 1*y[0] > 89/10); 0.5",
        "P(1*y[0] > 9 | 1*y[0] > 89/10); 0.4041738021",
        "P(1*y[1] > 0 | (1*y[0] + 1*y[1] > 12 and 1*y[0] + -1*y[1] > 0)); 0.9999999999999999",
        "P(1*y[1] > 0 | 1*y[0] > 20); 0.5",
        "(P(1*y[0] > 9) / P(1*y[0] > 89/10)); 0.4041738021",
        "E(1*y[0] | 1*y[0] > 89/10); 9.0096865753",
        "E(1*y[0] + 1*y[1] | 1*y[0] > 20); 20.0497530685",
      })
  void conditionsMayBeRare(String quantity, double truth) {
    SearchOptions options = OPTIONS.withGap(1e-6);
    BandPoint bounds = bounds(identity(2), NORMALS, quantity, options);
    assertAround(truth, 1e-5, bounds);
  }

  private static final List<String> NORMALS = List.of("normal(0, 1)", "normal(0, 1)");

  /** Far out in the tail, where no sample comes either, or from the other end. */
  @ParameterizedTest
  @CsvSource({
    "quantile, 999999/1000000, 4.753424308823",
    "quantile, 999999999/1000000000, 5.997807015008",
    "quantile, 1/1000000000, -5.997807015008",
    "cvar, 999999/1000000, 4.948332837",
    "cvar, 999999999/1000000000, 6.156342236",
    "cvar, 1/1000000, 0.000004948337785",
  })
  void quantilesMayBeFarOut(String tail, String level, double truth) {
    String quantity = tail + "(1*y[0], " + level + ")";
    SearchOptions options = OPTIONS.withGap(1e-6);
    BandPoint bounds = bounds(identity(1), List.of("normal(0, 1)"), quantity, options);
    assertTrue(bounds.gap().doubleCeiling() <= 1e-6, () -> quantity + " " + bounds);
    assertEquals(truth, bounds.lower().doubleFloor(), 1e-6, quantity);
  }

  /** Not so far out that no sample comes there, but so far that few of its points do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "uniform(0, 1); 1/100; 0.14142135623730951",
        "uniform(0, 1); 1/1000; 0.044721359549995794",
        "uniform(0, 1); 1/10000; 0.01414213562373095",
        "uniform(0, 1); 9999/10000; 1.985857864376269",
        "normal(0, 1); 1/1000; -4.370248440381361",
        "normal(0, 1); 1/10000; -5.259483552420545",
        "normal(0, 1); 9999/10000; 5.259483552420545",
      })
  void quantilesMayBeWhereAFewPointsOfASampleAre(String input, String level, double truth) {
    String quantity = "quantile(1*y[0] + 1*y[1], " + level + ")";
    SearchOptions options = OPTIONS.withGap(1e-6);
    BandPoint bounds = bounds(identity(2), List.of(input, input), quantity, options);
    assertAround(truth, 1e-6, bounds);
  }

  /** An atom of half of the probability at 0, where quantiles are decided exactly. */
  @Test
  void aReluOfANormal() {
    Network relu = Networks.relu();
    List<String> inputs = List.of("normal(0, 1)");
    double mean = 1 / Math.sqrt(2 * Math.PI);
    assertAround(mean, 1e-7, bounds(relu, inputs, "E(1*y[0])"));
    assertAround(0.5 - mean * mean, 1e-6, bounds(relu, inputs, "Var(1*y[0])"));
    assertAround(2 * mean, 1e-6, bounds(relu, inputs, "E(1*y[0] | 1*y[0] > 0)"));
    assertAround(0, 1e-6, bounds(relu, inputs, "E(1*y[0] | 1*y[0] <= 0)"));
    assertAround(0.5, 1e-6, bounds(relu, inputs, "Cov(1*y[0], 1*x[0])"));
    BandPoint quarter = bounds(relu, inputs, "quantile(1*y[0], 1/4)");
    assertEquals(Bound.ZERO, quarter.lower());
    assertAround(0, 1e-9, quarter);
  }

  /** Of min(max(x, 0), 1) the largest value has the probability 0.16. */
  @Test
  void theMeanBeyondAQuantileAtTheLargestValue() {
    Network clip = Networks.scalar(PiecewiseLinear.clip(0, 1));
    for (String level : List.of("9/10", "19/20", "999999/1000000")) {
      String quantity = "cvar(1*y[0], " + level + ")";
      assertAround(1, 1e-6, bounds(clip, List.of("normal(0, 1)"), quantity));
      String quantile = "quantile(1*y[0], " + level + ")";
      assertAround(1, 1e-6, bounds(clip, List.of("normal(0, 1)"), quantile));
    }
  }

  /** Of what jumps from 0 to 1 within 2^-38 the mean is the probability beyond its middle. */
  @Test
  void theMeanOfAnIndicatorIsTheProbability() {
    Network step = layers(PiecewiseLinear.clip(0, 1), 0x1p38, -0x1p36); // from 1/4 on
    for (String input : List.of("uniform(0, 1)", "beta(2, 2)", "exponential(1)")) {
      List<String> inputs = List.of(input);
      String difference = "(E(1*y[0]) - P(1*x[0] > 137438953473/549755813888))";
      assertAround(0, 1e-6, bounds(step, inputs, difference));
    }
    assertAround(Math.exp(-0.25), 1e-6, bounds(step, List.of("exponential(1)"), "E(1*y[0])"));
  }

  /** The tails of several unbounded inputs count, and cost hardly anything. */
  @Test
  void theMeanOfAnUnboundedSum() {
    Network sum = Networks.linear(2, 3, -1);
    List<String> inputs = List.of("normal(1, 2)", "exponential(1/3)");
    assertAround(2, 1e-4, bounds(sum, inputs, "E(1*y[0])"));
    assertAround(45, 1e-2, bounds(sum, inputs, "Var(1*y[0])"));
    assertAround(9, 1e-2, bounds(sum, inputs, "Var(1*x[1])"));
  }

  /** Next to a pole that no cut comes nearer to, the other input is far out with all its square. */
  @Test
  void theVarianceNextToAPole() {
    Network sum = Networks.linear(0, 1, 1);
    SearchOptions loose = OPTIONS.withGap(1e-3);
    double pole = 0.3 * 0.4 / (0.49 * 1.7);
    List<String> exponential = List.of("beta(3/10, 2/5)", "exponential(1)");
    assertAround(pole + 1, 1e-3, bounds(sum, exponential, "Var(1*y[0])", loose));
    List<String> twoPoles = List.of("beta(3/10, 2/5)", "gamma(1/2, 1)");
    assertAround(pole + 0.5, 1e-3, bounds(sum, twoPoles, "Var(1*y[0])", loose));
  }
}
