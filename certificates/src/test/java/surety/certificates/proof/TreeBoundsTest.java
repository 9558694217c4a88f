package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Input;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.writing.ProofWriter;

class TreeBoundsTest {
  private static final AffineForm Y = Statements.form("1");
  private static final Network IDENTITY = Network.chain(1, List.of());
  private static final Network RELU =
      Network.chain(1, List.of(ActivationLayer.uniform(1, Activation.RELU)));

  private static Network affine(double[] weights, double bias) {
    return Network.chain(
        weights.length, List.of(AffineLayer.of(new double[][] {weights}, new double[] {bias})));
  }

  private static Network hidden(double[][] weights, double[] biases, double[] output) {
    return Network.chain(
        weights[0].length,
        List.of(
            AffineLayer.of(weights, biases),
            ActivationLayer.uniform(biases.length, Activation.RELU),
            AffineLayer.of(new double[][] {output}, new double[1])));
  }

  private static Problem problem(Network network, String event, String... inputs) {
    String[] parts = event.split(" ", -1);
    Comparison comparison = Comparison.ofSymbol(parts[0]).orElseThrow();
    Rational threshold = Rational.parse(parts[1]);
    return Trees.problem(
        Statements.query(Statements.inputs(inputs), Y, comparison, threshold), network);
  }

  private static Enclosure boxLeaf(Network network, String event, String... inputs) {
    return Trees.bounds(problem(network, event, inputs), Trees.boxLeaf());
  }

  private static Enclosure simplices(
      Network network, int boxDepth, int degree, String event, String... inputs) {
    Problem problem = problem(network, event, inputs);
    return Trees.bounds(problem, Trees.simplices(problem, boxDepth, degree, 0, 0));
  }

  private static void requireExactly(String truth, Enclosure bounds) {
    assertEquals(Rational.parse(truth), bounds.lower().dyadic().toRational());
    assertEquals(Rational.parse(truth), bounds.upper().dyadic().toRational());
  }

  private static void requireNear(Rational truth, Enclosure bounds, double gap) {
    assertTrue(bounds.lower().compareTo(truth) <= 0, () -> truth + " < " + bounds);
    assertTrue(bounds.upper().compareTo(truth) >= 0, () -> truth + " > " + bounds);
    double width = Trees.width(bounds);
    assertTrue(width <= gap, () -> width + " between " + bounds);
  }

  private static void requireNear(String truth, Enclosure bounds, double gap) {
    requireNear(Rational.parse(truth), bounds, gap);
  }

  /** A certificate may say it at every depth; the networks inside each other have to stay few. */
  @Test
  void condensingAgainAndAgainChangesNothing() {
    Problem problem = problem(RELU, "<= 1/4", "uniform(-1, 1)");
    byte[] often =
        Trees.tree(
            writer -> {
              for (int k = 0; k < TreeBounds.MOST_DEPTH - 1; k++) {
                writer.condensing();
              }
              writer.boxSplit(0, 0.5);
              writer.boxLeaf();
              writer.boxLeaf();
            });
    byte[] once =
        Trees.tree(
            writer -> {
              writer.condensing();
              writer.boxSplit(0, 0.5);
              writer.boxLeaf();
              writer.boxLeaf();
            });
    assertEquals(Trees.bounds(problem, once), Trees.bounds(problem, often));
  }

  @Test
  void theUniformIdentity() {
    requireNear("1/4", boxLeaf(IDENTITY, "<= 0.25", "uniform(0, 1)"), 1e-14);
    requireNear("3/4", boxLeaf(IDENTITY, "> 0.25", "uniform(0, 1)"), 1e-14);
    requireExactly("1", boxLeaf(IDENTITY, "<= 1", "uniform(0, 1)"));
    requireExactly("0", boxLeaf(IDENTITY, "< 0", "uniform(0, 1)"));
    requireExactly("0", boxLeaf(IDENTITY, "> 1", "uniform(0, 1)"));
    requireNear("1/4", simplices(IDENTITY, 0, 0, "<= 0.25", "uniform(0, 1)"), 1e-14);
    requireNear("1/10", boxLeaf(IDENTITY, "<= 0.1", "uniform(0, 1)"), 1e-14);
    requireNear("1/10", simplices(IDENTITY, 0, 0, "< 0.1", "uniform(0, 1)"), 1e-14);
  }

  @Test
  void cutAtTheThresholdIsExact() {
    Problem problem = problem(IDENTITY, "<= 0.25", "uniform(0, 1)");
    byte[] tree =
        Trees.tree(
            writer -> {
              writer.boxSplit(0, 0.25);
              writer.boxLeaf();
              writer.triangulate(new int[] {3});
              writer.simplexLeaf(0);
            });
    requireExactly("1/4", Trees.bounds(problem, tree));
    requireExactly("1/4", Trees.bounds(problem(IDENTITY, "< 0.25", "uniform(0, 1)"), tree));
    requireExactly("3/4", Trees.bounds(problem(IDENTITY, ">= 0.25", "uniform(0, 1)"), tree));
    requireExactly("3/4", Trees.bounds(problem(IDENTITY, "> 0.25", "uniform(0, 1)"), tree));
    Network square = affine(new double[] {1, 0}, 0);
    byte[] boxes =
        Trees.tree(
            writer -> {
              writer.boxSplit(0, 0.25);
              writer.triangulate(new int[] {0, 0});
              writer.simplexLeaf(0);
              writer.simplexLeaf(0);
              writer.boxLeaf();
            });
    Problem two = problem(square, "<= 0.25", "uniform(0, 1)", "uniform(0, 1)");
    requireExactly("1/4", Trees.bounds(two, boxes));
  }

  @Test
  void sumsOfUniformsAreIrwinHall() {
    String u = "uniform(0, 1)";
    Network two = affine(new double[] {1, 1}, 0);
    Network three = affine(new double[] {1, 1, 1}, 0);
    requireNear("1/2", boxLeaf(two, "<= 1", u, u), 1e-14);
    requireNear("1/50", boxLeaf(two, "<= 0.2", u, u), 1e-14);
    requireNear("1/6", boxLeaf(three, "<= 1", u, u, u), 1e-14);
    requireNear("1/6", boxLeaf(three, ">= 2", u, u, u), 1e-14);
    requireNear("1/6", simplices(three, 3, 0, "<= 1", u, u, u), 1e-13);
    requireNear("1/2", simplices(three, 0, 2, "< 3/2", u, u, u), 1e-13);
    requireNear(
        "1/120", boxLeaf(affine(new double[] {1, 1, 1, 1, 1}, 0), "<= 1", u, u, u, u, u), 1e-13);
  }

  @Test
  void absoluteValueAndMaximum() {
    String u = "uniform(-1, 1)";
    Network absolute = hidden(new double[][] {{1}, {-1}}, new double[2], new double[] {1, 1});
    requireNear("3/10", simplices(absolute, 1, 0, "<= 0.3", u), 1e-14);
    requireNear("7/10", simplices(absolute, 1, 0, ">= 0.3", u), 1e-14);
    // max(x1, x2) = x2 + relu(x1 - x2)
    Network maximum =
        hidden(new double[][] {{1, -1}, {0, 1}, {0, -1}}, new double[3], new double[] {1, 1, -1});
    String v = "uniform(0, 1)";
    requireNear("1/4", simplices(maximum, 0, 0, "<= 0.5", v, v), 1e-13);
    requireNear("1/100", simplices(maximum, 0, 0, "< 0.1", v, v), 1e-13);
  }

  @Test
  void affineNetworksUnderPolynomialDensities() {
    String b = "beta(2, 2)";
    requireNear("5/32", simplices(IDENTITY, 0, 2, "<= 1/4", b), 1e-13);
    requireNear("1/2", simplices(affine(new double[] {1, 1}, 0), 0, 2, "<= 1", b, b), 1e-12);
    // the triangular density is that of a sum of two uniforms
    requireNear("1/8", simplices(IDENTITY, 0, 1, "<= 1/2", "triangular(0, 1, 2)"), 1e-14);
    requireNear("1/12", simplices(IDENTITY, 0, 1, "<= 1/6", "triangular(0, 1/3, 1)"), 1e-14);
    String h = "histogram([0, 1/3, 1], [1/4, 3/4])";
    requireNear("1/8", simplices(IDENTITY, 0, 1, "<= 1/6", h), 1e-14);
    requireNear("5/8", simplices(IDENTITY, 0, 0, "<= 2/3", h), 1e-14);
  }

  private static byte[] lowered(int degree, int parts) {
    return Trees.tree(
        writer -> {
          writer.triangulate(new int[] {3, 3});
          for (int simplex = 0; simplex < 2; simplex++) {
            writeLowered(writer, degree, parts);
          }
        });
  }

  private static void writeLowered(ProofWriter writer, int degree, int parts) throws IOException {
    if (parts == 0) {
      writer.simplexLeaf(0, degree);
      return;
    }
    writer.edgeSplit(0, 1 + parts % 2, 0.5);
    writeLowered(writer, degree, parts - 1);
    writeLowered(writer, degree, parts - 1);
  }

  @Test
  void anyDegreeOfALeafIsSound() {
    Problem problem = problem(affine(new double[] {1, 2}, 0), "<= 1", "beta(2, 3)", "beta(3, 2)");
    Enclosure exact = Trees.bounds(problem, lowered(SimplexLeaf.FULL_DEGREE, 0));
    assertTrue(Trees.width(exact) < 1e-11);
    for (int parts : new int[] {0, 3, 6}) {
      double[] gaps = new double[8];
      for (int degree = 0; degree <= 7; degree++) {
        Enclosure bounds = Trees.bounds(problem, lowered(degree, parts));
        String what = degree + ": " + bounds;
        assertTrue(bounds.lower().compareTo(exact.upper()) <= 0, what);
        assertTrue(bounds.upper().compareTo(exact.lower()) >= 0, what);
        gaps[degree] = Trees.width(bounds);
      }
      assertTrue(gaps[0] > gaps[2] && gaps[2] > gaps[4] && gaps[4] > gaps[6], "by the degree");
      assertTrue(gaps[6] < 1e-11 && gaps[6] == gaps[7], "all of it");
    }
    double coarse = gap(problem, lowered(2, 0));
    double fine = gap(problem, lowered(2, 8));
    assertTrue(fine < coarse / 100, () -> coarse + " became " + fine);
  }

  private static double gap(Problem problem, byte[] tree) {
    Enclosure bounds = Trees.bounds(problem, tree);
    return Trees.width(bounds);
  }

  /** The density's polynomials have the degree 3 each at most, and so the form at most 6. */
  @Test
  void aDegreeBeyondThatOfTheFormIsTheFullOne() {
    Problem problem = problem(affine(new double[] {1, 2}, 0), "<= 1", "beta(2, 3)", "beta(3, 2)");
    Enclosure full = Trees.bounds(problem, lowered(SimplexLeaf.FULL_DEGREE, 2));
    for (int degree : new int[] {6, 7, 40, 254}) {
      assertEquals(full, Trees.bounds(problem, lowered(degree, 2)));
    }
    assertTrue(gap(problem, lowered(4, 2)) > gap(problem, lowered(6, 2)));
    Problem uniform =
        problem(affine(new double[] {1, 2}, 0), "<= 1", "uniform(0, 1)", "uniform(0, 1)");
    assertEquals(
        Trees.bounds(uniform, lowered(SimplexLeaf.FULL_DEGREE, 2)),
        Trees.bounds(uniform, lowered(0, 2)));
  }

  @Test
  void unboundedDensities() {
    Rational e = Rational.parse("0.367879441171442321595523770161460867445811131");
    Problem problem = problem(IDENTITY, "> 1", "exponential(1)");
    byte[] tree =
        Trees.tree(
            writer -> {
              writer.boxSplit(0, 1);
              writer.boxLeaf();
              writer.boxLeaf();
            });
    requireNear(e, Trees.bounds(problem, tree), 1e-11);
    Problem gamma = problem(affine(new double[] {2}, 0), "> 1", "gamma(2, 1/2)");
    requireNear(e.plus(e), Trees.bounds(gamma, tree), 1e-11);
  }

  /** P(N > 12) and P(N > 40), to 40 digits. */
  private static final String BEYOND_12 = "1.776482112077678997624736816e-33";

  private static final String BEYOND_40 = "3.655893540915018e-350";

  private static void requireRelative(String truth, Enclosure bounds, double relative) {
    Rational exact = Rational.parse(truth);
    Rational room = exact.times(Rational.ofDouble(relative));
    assertTrue(bounds.lower().signum() > 0);
    assertTrue(bounds.lower().compareTo(exact.minus(room)) >= 0, () -> "low: " + bounds);
    assertTrue(bounds.upper().compareTo(exact.plus(room)) <= 0, () -> "high: " + bounds);
    assertTrue(bounds.lower().compareTo(exact.plus(exact.times(Rational.parse("1e-12")))) <= 0);
    assertTrue(bounds.upper().compareTo(exact.minus(exact.times(Rational.parse("1e-12")))) >= 0);
  }

  @Test
  void farTailsKeepTheirRelativeAccuracyInBoxes() {
    for (int z : new int[] {12, 40}) {
      String truth = z == 12 ? BEYOND_12 : BEYOND_40;
      Problem above = problem(IDENTITY, "> " + z, "normal(0, 1)");
      byte[] cut =
          Trees.tree(
              writer -> {
                writer.boxSplit(0, z);
                writer.boxLeaf();
                writer.boxLeaf();
              });
      requireRelative(truth, Trees.bounds(above, cut), 1e-11);
      Problem below = problem(affine(new double[] {-2}, 1), "<= " + (1 - 2 * z), "normal(0, 1)");
      requireRelative(truth, Trees.bounds(below, cut), 1e-11);
    }
  }

  @Test
  void farTailsKeepTheirRelativeAccuracyInSimplices() {
    for (int z : new int[] {12, 40}) {
      String truth = z == 12 ? BEYOND_12 : BEYOND_40;
      Problem above = problem(IDENTITY, "> " + z, "normal(0, 1)");
      byte[] tree =
          Trees.tree(
              writer -> {
                writer.boxSplit(0, z);
                writer.boxLeaf();
                for (int k = 1; k < 160; k++) {
                  writer.boxSplit(0, z + k / 64.0);
                  writer.triangulate(new int[] {12});
                  writer.simplexLeaf(0);
                }
                writer.boxLeaf();
              });
      requireRelative(truth, Trees.bounds(above, tree), 1e-9);
    }
  }

  @Test
  void truncationsOnlyMoveMassIntoTheTails() {
    List<Input> inputs = Statements.inputs("normal(0, 1)");
    Statement statement = Statements.query(inputs, Y, Comparison.LESS_OR_EQUAL, Rational.ZERO);
    for (double far : new double[] {0.5, 1, 3, 10, 64}) {
      Problem problem = Trees.problem(statement, IDENTITY, List.of(new Truncation(-far, far)));
      byte[] tree =
          Trees.tree(
              writer -> {
                writer.boxSplit(0, 0);
                writer.boxLeaf();
                writer.boxLeaf();
              });
      double tail = far < 1 ? 1 : Math.exp(-far * far / 2) / far;
      requireNear("1/2", Trees.bounds(problem, tree), tail + 1e-13);
    }
  }

  @Test
  void noTruncationCanMakeAnEventDisappear() {
    // all of the ends that a certificate may name, for all that a statement may say
    double[] ends = {-1e300, -1, 0, 4e4, 1e300};
    String[] texts = {
      "normal(0, 1)",
      "exponential(1)",
      "gamma(3, 2)",
      "normal(0, 1) on [-1, 1]",
      "normal(0, 1/" + "1" + "0".repeat(200) + ") on [-1" + "0".repeat(200) + ", 1]",
      "exponential(1) on [0, 1" + "0".repeat(299) + "]",
      "uniform(0, 1)"
    };
    SplittableRandom random = new SplittableRandom(5);
    for (String text : texts) {
      for (double lower : ends) {
        for (double upper : ends) {
          String event = random.nextBoolean() ? "<= 0" : "> 0";
          Statement statement = problem(IDENTITY, event, text).statement();
          Problem problem =
              Trees.problem(statement, IDENTITY, List.of(new Truncation(lower, upper)));
          try {
            Enclosure bounds =
                TreeBounds.compute(problem, List.of(), new ByteArrayInputStream(Trees.boxLeaf()), 1)
                    .bounds()
                    .get(0);
            boolean symmetric = text.startsWith("normal");
            Rational truth = Rational.of(symmetric ? 1 : event.equals("> 0") ? 2 : 0, 2);
            // what lies outside of the truncation is not forgotten
            requireNear(truth, bounds, 1);
          } catch (RejectedException e) {
            assertEquals(false, e.rejection().isIncomplete());
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
  }

  @Test
  void scalesOfManyFarTailsDoNotWrapAround() {
    // four densities of 2^-2^30 each: the product's exponent is -2^32, which is 0 as an int
    String normal = "normal(0, 1)";
    Statement statement =
        problem(affine(new double[] {1, 1, 1, 1}, 0), "> 100000", normal, normal, normal, normal)
            .statement();
    double far = 0x1p15 * Math.sqrt(2 * Math.log(2));
    for (double z : new double[] {far - 0.01, far, far + 0.01, far / Math.sqrt(2), 4e4}) {
      List<Truncation> truncations = Collections.nCopies(4, new Truncation(z - 1e-6, z));
      Problem problem = Trees.problem(statement, affine(new double[] {1, 1, 1, 1}, 0), truncations);
      for (byte[] tree : List.of(Trees.simplices(problem, 0, 2, 0, 0), Trees.boxLeaf())) {
        Enclosure bounds = Trees.bounds(problem, tree);
        assertTrue(bounds.lower().compareTo(Rational.parse("1e-300")) < 0);
      }
    }
  }

  @Test
  void reluOfANormalHasAnAtomAtZero() {
    Rational half = Rational.of(1, 2);
    byte[] cut =
        Trees.tree(
            writer -> {
              writer.boxSplit(0, 0);
              writer.boxLeaf();
              writer.boxLeaf();
            });
    for (String leaf : new String[] {"box", "simplex"}) {
      byte[] tree = leaf.equals("box") ? cut : null;
      for (String event : new String[] {"<= 0", "< 0", ">= 0", "> 0", "<= 1e-400", "< -1e-400"}) {
        Problem problem = problem(RELU, event, "normal(0, 1)");
        Enclosure bounds =
            Trees.bounds(problem, tree != null ? tree : Trees.simplices(problem, 9, 12, 0, 0));
        Rational truth =
            switch (event) {
              case "< 0", "< -1e-400" -> Rational.ZERO;
              case ">= 0" -> Rational.ONE;
              default -> half;
            };
        // in simplices, whatever holds of the positive side as well needs no cut
        requireNear(truth, bounds, 1e-7);
      }
    }
    requireNear("0", Trees.bounds(problem(RELU, "< 0", "normal(0, 1)"), cut), 1e-300);
    requireNear("1", Trees.bounds(problem(RELU, ">= 0", "normal(0, 1)"), cut), 1e-13);
  }

  @Test
  void constantOutputs() {
    Network constant = affine(new double[] {0}, 0.25);
    for (byte[] tree :
        List.of(
            Trees.boxLeaf(),
            Trees.tree(
                w -> {
                  w.triangulate(new int[] {2});
                  w.simplexLeaf(3);
                }))) {
      for (String event : new String[] {"<= 1/4", ">= 1/4", "< 1/3", "> 1/5", "<= 1e400"}) {
        requireExactly("1", Trees.bounds(problem(constant, event, "uniform(0, 1)"), tree));
      }
      for (String event : new String[] {"< 1/4", "> 1/4", "> 1/3", "< 1/5", "< -1e400"}) {
        requireExactly("0", Trees.bounds(problem(constant, event, "uniform(0, 1)"), tree));
      }
    }
  }

  @Test
  void deadAndLinearNetworksHaveAtomsToo() {
    Network dead = hidden(new double[][] {{1}}, new double[] {-2}, new double[] {1});
    requireExactly("1", boxLeaf(dead, "<= 0", "uniform(0, 1)"));
    requireExactly("1", boxLeaf(dead, ">= 0", "uniform(0, 1)"));
    requireExactly("0", boxLeaf(dead, "< 0", "uniform(0, 1)"));
    requireExactly("0", boxLeaf(dead, "> 0", "uniform(0, 1)"));
    requireExactly("1", simplices(dead, 0, 0, "<= 0", "uniform(0, 1)"));
    requireExactly("0", simplices(dead, 0, 0, "> 0", "uniform(0, 1)"));
  }

  @Test
  void noRandomInputAtAll() {
    Network sum = affine(new double[] {1, 1}, 0);
    byte[] simplex =
        Trees.tree(
            writer -> {
              writer.triangulate(new int[0]);
              writer.simplexLeaf(0);
            });
    for (byte[] tree : List.of(Trees.boxLeaf(), simplex)) {
      requireExactly("1", Trees.bounds(problem(sum, "<= 3/4", "= 1/2", "= 1/4"), tree));
      requireExactly("0", Trees.bounds(problem(sum, "< 3/4", "= 1/2", "= 1/4"), tree));
      requireExactly("1", Trees.bounds(problem(sum, ">= 3/4", "= 1/2", "= 1/4"), tree));
      requireExactly("0", Trees.bounds(problem(sum, "> 3/4", "= 1/2", "= 1/4"), tree));
      // 1/10 is no double: at the threshold nothing can be said, a hair beside it all is known
      requireNear("1", Trees.bounds(problem(sum, "<= 3/10", "= 1/10", "= 1/5"), tree), 1);
      requireExactly("0", Trees.bounds(problem(sum, "<= 0.299999", "= 1/10", "= 1/5"), tree));
      requireExactly("1", Trees.bounds(problem(sum, "<= 0.300001", "= 1/10", "= 1/5"), tree));
    }
  }

  @Test
  void tinyThresholds() {
    Network identity = IDENTITY;
    requireNear("1e-400", boxLeaf(identity, "<= 1e-400", "uniform(0, 1)"), 1e-300);
    requireNear("1e-400", simplices(identity, 0, 0, "<= 1e-400", "uniform(0, 1)"), 1e-300);
    requireNear("1e-310", boxLeaf(identity, "< 1e-310", "uniform(0, 1)"), 1e-300);
    requireExactly("0", boxLeaf(identity, "<= -1e-400", "uniform(0, 1)"));
    requireExactly("1", boxLeaf(identity, ">= -1e-400", "uniform(0, 1)"));
  }

  @Test
  void hugeThresholdsAndWeights() {
    requireExactly("1", boxLeaf(IDENTITY, "< 1e400", "uniform(0, 1)"));
    requireExactly("0", boxLeaf(IDENTITY, "<= -1e400", "uniform(0, 1)"));
    requireExactly("1", simplices(IDENTITY, 0, 0, "< 1e400", "uniform(0, 1)"));
    requireExactly("0", simplices(IDENTITY, 0, 0, "> 1e400", "uniform(0, 1)"));
    Network overflow =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1e300}}, new double[1]),
                AffineLayer.of(new double[][] {{1e300}}, new double[1])));
    for (String event : new String[] {"<= 0", "> 1e400", "< 1e600", ">= 0.1", "< -1e400"}) {
      Rational truth =
          event.equals("<= 0") || event.startsWith("< -") ? Rational.ZERO : Rational.ONE;
      requireNear(truth, boxLeaf(overflow, event, "uniform(0, 1)"), 1);
      requireNear(truth, simplices(overflow, 0, 0, event, "uniform(0, 1)"), 1);
    }
  }

  @Test
  void absorptionIsSeen() {
    for (double w : new double[] {0x1p24, 0x1p53, 0x1p60, 0x1p100}) {
      // (x + w) - w is x, though not in floating point
      Network network =
          Network.chain(
              1,
              List.of(
                  AffineLayer.of(new double[][] {{1}}, new double[] {w}),
                  AffineLayer.of(new double[][] {{1}}, new double[] {-w})));
      for (String event : new String[] {"<= 0", ">= 1", "<= 1/2", "> 1/4"}) {
        Rational truth =
            switch (event) {
              case "<= 1/2" -> Rational.of(1, 2);
              case "> 1/4" -> Rational.of(3, 4);
              default -> Rational.ZERO;
            };
        double gap = w < 0x1p53 ? 1e-6 : 1;
        requireNear(truth, boxLeaf(network, event, "uniform(0, 1)"), gap);
        requireNear(truth, simplices(network, 0, 0, event, "uniform(0, 1)"), gap);
        requireNear(truth, simplices(network, 3, 0, event, "uniform(0, 1)"), gap);
      }
      Network one = affine(new double[] {w, -w, 1}, 0);
      requireNear("0", boxLeaf(one, "<= 0", "= 1", "= 1", "uniform(0, 1)"), 1);
      requireNear("1", boxLeaf(one, "> 0", "= 1", "= 1", "uniform(0, 1)"), 1);
    }
  }

  @Test
  void tinyDeviations() {
    String tiny = "normal(1, 1/1" + "0".repeat(300) + ")";
    // the deviation disappears beside the mean: what is not seen is not claimed
    requireNear("1/2", boxLeaf(IDENTITY, "<= 1", tiny), 1);
    requireNear("1", boxLeaf(IDENTITY, "<= 1.0000001", tiny), 1e-15);
    requireNear("0", boxLeaf(IDENTITY, "<= 0.9999999", tiny), 1e-15);
    requireNear(
        "1", boxLeaf(IDENTITY, "<= 1e-298", "normal(0, 1/1" + "0".repeat(300) + ")"), 1e-15);
    Problem centred = problem(IDENTITY, "<= 0", "normal(0, 1/1" + "0".repeat(300) + ")");
    byte[] cut =
        Trees.tree(
            writer -> {
              writer.boxSplit(0, 0);
              writer.boxLeaf();
              writer.boxLeaf();
            });
    requireNear("1/2", Trees.bounds(centred, cut), 1e-13);
  }

  @Test
  void threadsMakeNoDifference() {
    SplittableRandom random = new SplittableRandom(91);
    for (int i = 0; i < 8; i++) {
      List<Input> inputs =
          Statements.inputs(Statements.distribution(random), Statements.distribution(random));
      Network network = RandomNetworks.of(random, 2, 1);
      List<Rational> thresholds = new ArrayList<>();
      for (int k = -4; k < 12; k++) {
        thresholds.add(Rational.of(k, 10));
      }
      Problem problem = Trees.problem(Statements.band(inputs, Y, thresholds), network);
      byte[] tree = Trees.random(problem, random, 2000);
      List<Enclosure> one = Trees.bounds(problem, thresholds, tree, 1);
      assertEquals(one, Trees.bounds(problem, thresholds, tree, 2));
      assertEquals(one, Trees.bounds(problem, thresholds, tree, 3));
      for (int k = 1; k < one.size(); k++) {
        // a cdf does not decrease, so no upper bound may be below an earlier lower one
        assertTrue(one.get(k - 1).lower().compareTo(one.get(k).upper()) <= 0);
      }
    }
  }

  @Test
  void aBandHasTheBoundsOfItsThresholdsAlone() {
    SplittableRandom random = new SplittableRandom(92);
    List<Input> inputs = Statements.inputs("beta(2, 2)", "triangular(0, 1/3, 1)");
    Network network = RandomNetworks.of(random, 2, 1);
    List<Rational> thresholds =
        List.of(Rational.of(-1, 10), Rational.ZERO, Rational.parse("1e-400"), Rational.of(1, 3));
    Problem band = Trees.problem(Statements.band(inputs, Y, thresholds), network);
    byte[] tree = Trees.random(band, random, 300);
    List<Enclosure> points = Trees.bounds(band, thresholds, tree, 2);
    for (int k = 0; k < thresholds.size(); k++) {
      Problem single =
          Trees.problem(
              Statements.query(inputs, Y, Comparison.LESS_OR_EQUAL, thresholds.get(k)), network);
      assertEquals(points.get(k), Trees.bounds(single, tree));
    }
  }

  @Test
  void finerTreesAreNotLooser() {
    Network absolute = hidden(new double[][] {{1}, {-1}}, new double[2], new double[] {1, 1});
    Problem problem = problem(absolute, "<= 0.3", "normal(0, 1) on [-3, 2]");
    double before = 2;
    for (int depth = 0; depth < 8; depth += 2) {
      Enclosure bounds = Trees.bounds(problem, Trees.boxes(problem, depth));
      double gap = Trees.width(bounds);
      assertTrue(gap <= before);
      before = gap;
    }
    assertTrue(before < 0.02);
  }

  private static boolean refused(byte[] tree, String message) {
    Problem problem = problem(IDENTITY, "<= 0.5", "triangular(0, 1/3, 1)");
    RejectedException e =
        assertThrows(
            RejectedException.class,
            () -> TreeBounds.compute(problem, List.of(), new ByteArrayInputStream(tree), 1));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    return e.rejection().isIncomplete();
  }

  @Test
  void wrongTreesAreInvalid() {
    boolean invalid = false;
    assertEquals(invalid, refused(Trees.tree(w -> w.simplexLeaf(0)), "does not apply to a box"));
    assertEquals(
        invalid, refused(Trees.tree(w -> w.edgeSplit(0, 1, 0.5)), "does not apply to a box"));
    assertEquals(invalid, refused(Trees.tree(w -> w.boxSplit(1, 0.5)), "no coordinate 1"));
    assertEquals(invalid, refused(Trees.tree(w -> w.boxSplit(0, 0)), "not surely inside"));
    assertEquals(invalid, refused(Trees.tree(w -> w.boxSplit(0, 1)), "not surely inside"));
    assertEquals(invalid, refused(Trees.tree(w -> w.boxSplit(0, 7)), "not surely inside"));
    assertEquals(invalid, refused(Trees.tree(w -> w.boxSplit(0, Double.NaN)), "finite"));
    assertEquals(
        invalid, refused(Trees.tree(w -> w.boxSplit(0, Double.NEGATIVE_INFINITY)), "finite"));
    assertEquals(invalid, refused(Trees.tree(w -> w.knotSplit(0, 1)), "no knot 1"));
    assertEquals(invalid, refused(Trees.tree(w -> w.triangulate(new int[] {0})), "knot"));
    assertEquals(invalid, refused(new byte[] {8}, "unknown rule"));
    assertEquals(
        invalid,
        refused(
            Trees.tree(
                w -> {
                  w.knotSplit(0, 0);
                  w.knotSplit(0, 0);
                }),
            "knot 0 is not inside"));
    assertEquals(
        invalid,
        refused(
            Trees.tree(
                w -> {
                  w.knotSplit(0, 0);
                  w.triangulate(new int[] {1});
                  w.boxLeaf();
                }),
            "does not apply to a simplex"));
    assertEquals(
        invalid,
        refused(
            Trees.tree(
                w -> {
                  w.knotSplit(0, 0);
                  w.triangulate(new int[] {1});
                  w.edgeSplit(1, 2, 0.5);
                }),
            "no edge"));
    assertEquals(
        invalid,
        refused(
            Trees.tree(
                w -> {
                  w.knotSplit(0, 0);
                  w.triangulate(new int[] {41});
                }),
            "degree"));
  }

  @Test
  void unfinishedTreesAreIncomplete() {
    boolean incomplete = true;
    assertEquals(incomplete, refused(new byte[0], "ends before"));
    assertEquals(incomplete, refused(Trees.tree(ProofWriter::hole), "hole"));
    assertEquals(
        incomplete,
        refused(
            Trees.tree(
                w -> {
                  w.boxSplit(0, 0.5);
                  w.boxLeaf();
                }),
            "ends before"));
    byte[] cut = Trees.tree(w -> w.boxSplit(0, 0.5));
    for (int length = 0; length < cut.length; length++) {
      assertEquals(incomplete, refused(Arrays.copyOf(cut, length), "ends before"));
    }
  }

  @Test
  void tooDeepATreeIsRefused() {
    byte[] tree =
        Trees.tree(
            w -> {
              w.knotSplit(0, 0);
              w.triangulate(new int[] {0});
              for (int k = 0; k < 10_001; k++) {
                w.edgeSplit(0, 1, 0.5);
              }
            });
    assertEquals(false, refused(tree, "deep"));
  }

  @Test
  void boundsAreProbabilities() {
    Enclosure bounds = boxLeaf(IDENTITY, "<= 0.3", "normal(0, 1)");
    assertEquals(Bound.ZERO, bounds.lower());
    assertTrue(bounds.upper().compareTo(Bound.ONE) <= 0);
  }
}
