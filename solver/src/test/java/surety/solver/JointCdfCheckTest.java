package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Event;
import surety.certificates.statement.Input;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;

/** Joint cdfs from the search to the replay. */
class JointCdfCheckTest {
  private static final double GAP = 1e-9;

  private static Statement statement(
      String digest, int outputs, List<Input> inputs, BandClaim claim) {
    return new Statement(List.of(new NetworkReference(digest, outputs)), inputs, claim);
  }

  private static Result check(Statement statement, Network network) {
    SearchOptions options = SearchOptions.defaults().withGap(GAP).withThreads(2);
    Result result = Checker.check(statement, List.of(network), options, p -> {}, () -> false);
    assertTrue(
        BandPoint.largestGap(result.points()).doubleCeiling() <= GAP, result.reason()::toString);
    return result;
  }

  private static BandClaim even(Optional<Event> given, int count, AffineForm... forms) {
    List<Thresholds> thresholds = Collections.nCopies(forms.length, new EvenThresholds(count));
    return new BandClaim(List.of(forms), given, thresholds);
  }

  private static AffineForm ofInputs(int... coefficients) {
    return new AffineForm(
        List.of(Rational.ZERO), Arrays.stream(coefficients).mapToObj(Rational::of).toList());
  }

  private static void requireAround(Result result, ToDoubleFunction<List<Double>> truth) {
    int inner = 0;
    for (BandPoint point : result.points()) {
      double exact = truth.applyAsDouble(point.at());
      inner += exact > 0.01 && exact < 0.99 ? 1 : 0;
      assertTrue(point.lower().doubleFloor() <= exact + 1e-12, () -> exact + " below " + point);
      assertTrue(point.upper().doubleCeiling() >= exact - 1e-12, () -> exact + " above " + point);
    }
    assertTrue(inner > result.points().size() / 8, "only " + inner);
  }

  private static double unit(double x) {
    return Math.max(0, Math.min(1, x));
  }

  private static final Network ANY = Networks.linear(0, 1, 1);

  private static Result check(BandClaim claim, String... inputs) {
    return check(statement("0".repeat(64), 1, Statements.inputs(inputs), claim), ANY);
  }

  @Test
  void ofIndependentInputsItIsTheProduct() {
    Result result =
        check(
            even(Optional.empty(), 7, ofInputs(1, 0), ofInputs(0, 1)),
            "uniform(0, 1)",
            "beta(2, 2)");
    requireAround(
        result,
        t -> {
          double y = unit(t.get(1));
          return unit(t.get(0)) * y * y * (3 - 2 * y);
        });
  }

  /** A sum and its parts: x, y and x + y of uniform inputs. */
  @Test
  void ofThreeForms() {
    Result result =
        check(
            even(Optional.empty(), 5, ofInputs(1, 0), ofInputs(0, 1), ofInputs(1, 1)),
            "uniform(0, 1)",
            "uniform(0, 1)");
    assertEquals(125, result.points().size());
    requireAround(
        result,
        t -> {
          double a = unit(t.get(0));
          double b = unit(t.get(1));
          double beyond = Math.max(0, a + b - Math.max(0, t.get(2))); // a triangle is cut off
          double overA = Math.max(0, beyond - a);
          double overB = Math.max(0, beyond - b);
          return a * b - (beyond * beyond - overA * overA - overB * overB) / 2;
        });
  }

  @Test
  void ofAFormAndItsNegative() {
    Result result =
        check(
            even(Optional.empty(), 9, ofInputs(1, 0), ofInputs(-1, 0)),
            "uniform(0, 1)",
            "uniform(0, 1)");
    requireAround(result, t -> unit(t.get(0) + Math.min(0, t.get(1))));
  }

  @Test
  void givenAnEvent() {
    Event given = new Atom(ofInputs(1, 1), Comparison.LESS_OR_EQUAL, Rational.ONE);
    Result result =
        check(
            even(Optional.of(given), 5, ofInputs(1, 0), ofInputs(0, 1)),
            "uniform(0, 1)",
            "uniform(0, 1)");
    requireAround(
        result,
        t -> {
          double a = unit(t.get(0));
          double b = unit(t.get(1));
          double beyond = Math.max(0, a + b - 1);
          return 2 * a * b - beyond * beyond;
        });
  }

  /** Of a condition with the probability 3e-19 no sample says anything. */
  @Test
  void givenARareEvent() {
    List<Rational> thresholds = List.of(Rational.of(-1), Rational.ZERO, Rational.of(1));
    Event given = new Atom(ofInputs(1, 0), Comparison.GREATER, Rational.parse("89/10"));
    BandClaim claim =
        new BandClaim(ofInputs(0, 1), Optional.of(given), new ListedThresholds(thresholds));
    Result result = check(claim, "normal(0, 1)", "normal(0, 1)");
    double[] truth = {0.158655253931457, 0.5, 0.841344746068543};
    for (int k = 0; k < truth.length; k++) {
      assertTrue(result.points().get(k).lower().doubleFloor() <= truth[k] + 1e-15);
      assertTrue(result.points().get(k).upper().doubleCeiling() >= truth[k] - 1e-15);
    }
  }

  /** Three scores of a trained network, replayed, and the last threshold of two is the marginal. */
  @Test
  void aNetworkIsProvenAndReplayed() throws IOException {
    byte[] file = Files.readAllBytes(Path.of("../examples/iris/iris-relu.onnx"));
    Network network = OnnxReader.read(file);
    AffineForm[] scores = new AffineForm[3];
    for (int k = 0; k < 3; k++) {
      scores[k] = AffineForm.ofOutput(k, 3);
    }
    Statement statement =
        statement(
            Sha256.of(file),
            3,
            Statements.inputs("beta(2, 2)", "beta(3, 2)"),
            even(Optional.empty(), 6, scores));
    Result result = check(statement, network);
    ReplayResult replay =
        Replay.run(
            statement,
            List.of(NetworkContent.of(file)),
            new ByteArrayInputStream(result.certificate()),
            2);
    assertEquals(ReplayVerdict.VALID, replay.replay(), replay.toString());
    assertEquals(216, replay.bounds().size());
    assertEquals(BandPoint.of(statement.claim(), replay), result.points());
  }
}
