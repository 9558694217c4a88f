package surety.language.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.replay.NetworkContent;
import surety.language.Obligation;
import surety.language.SpecificationReader;
import surety.solver.evaluation.Evaluation;
import surety.solver.evaluation.Occurrence;
import surety.solver.evaluation.RuntimeEstimate.Computed;
import surety.solver.evaluation.RuntimeEstimate.Format;
import surety.solver.evaluation.RuntimeEstimate.Unavailable;
import surety.solver.witness.WitnessLimits;

class TrialTest {
  private static final Path IRIS = Path.of("../examples/iris/iris.sure");

  /** What is found does not depend on how busy the machine is: Z3's steps are counted. */
  private static final WitnessLimits PATIENT =
      new WitnessLimits(
          Duration.ofMinutes(10), Duration.ofMinutes(5), 100_000_000, 100_000, 1_000_000);

  private static Obligation obligation(String claim, String network) throws IOException {
    return obligation("real", claim, network);
  }

  private static Obligation obligation(String semantics, String claim, String network)
      throws IOException {
    String text =
        """
        semantics %s;
        network N = "%s" { output a, b, c; }
        distribution D for N { x[0] ~ Beta(2, 2); x[1] ~ Beta(3, 2); }
        %s under D;
        """
            .formatted(semantics, network, claim);
    return new SpecificationReader().read(IRIS, text).obligations().get(0);
  }

  private static Trial trial(Obligation asked, String... values) throws Exception {
    byte[] model = Files.readAllBytes(asked.networkFiles().get(0));
    NamedInputs inputs = new NamedInputs(asked.inputs(), asked.statement().inputs());
    return Trial.of(
        List.of(OnnxReader.read(model)),
        List.of(NetworkContent.of(model)),
        inputs,
        asked.outputs(),
        inputs.read(List.of(values)),
        List.of(asked),
        List.of());
  }

  @Test
  void saysWhatComesOutAndWhatHappens() throws Exception {
    Obligation asked = obligation("property p: P(a > 12) < 0.1", "iris-relu.onnx");
    Trial trial = trial(asked, "0.03125", "0.84375");
    assertEquals(
        List.of(
            new NamedValue("x[0]", "0.03125", Optional.empty()),
            new NamedValue("x[1]", "0.84375", Optional.empty())),
        trial.inputValues());
    NamedValue a = trial.outputValues().get(0);
    assertEquals("a", a.name());
    assertTrue(a.exact().startsWith("12.11983") && a.exact().endsWith("..."), a.exact());
    assertEquals(12.11984, Double.parseDouble(a.estimate().orElseThrow()), 1e-5);
    assertEquals("p's event happens: a > 12", trial.answers().get(0).sentence());
    assertEquals(Optional.of(true), trial.answers().get(0).estimate());
  }

  @Test
  void aFormatSaysHowFarItsOutputsMayBe() throws Exception {
    assertEquals(
        List.of(),
        trial(obligation("query q: P(a > 0) = ?", "iris-relu.onnx"), "0.2", "0.5").deviations());
    for (String network : List.of("iris-relu.onnx", "iris-tanh.onnx")) {
      Trial trial = trial(obligation("float32", "query q: P(a > 0) = ?", network), "0.2", "0.5");
      Trial rough =
          trial(
              obligation("float32 accuracy 99 ulp", "query q: P(a > 0) = ?", network),
              "0.2",
              "0.5");
      for (int j = 0; j < 3; j++) {
        double most = trial.deviation(j).orElseThrow();
        Rational difference = trial.rounding(j).orElseThrow().abs();
        assertTrue(difference.compareTo(Rational.ofDouble(most)) <= 0, network + " " + j);
        assertTrue(most > 0 && most < 1e-3, network + " " + most);
        assertEquals(network.contains("tanh"), rough.deviation(j).orElseThrow() > most);
      }
    }
  }

  @Test
  void anInputThatIsNoFloatSaysWhatIsFed() throws Exception {
    Obligation asked = obligation("property p: P(a > 12) < 0.1", "iris-relu.onnx");
    NamedValue first = trial(asked, "0.2", "0.5").inputValues().get(0);
    assertEquals(new NamedValue("x[0]", "0.2", Optional.of("0.20000000298023224")), first);
  }

  @Test
  void aSmoothNetworkHasIntervals() throws Exception {
    Obligation asked = obligation("query q: P(a > 0) = ?", "iris-tanh.onnx");
    Trial trial = trial(asked, "0.2", "0.5");
    assertFalse(trial.evaluation().isExact());
    String exact = trial.outputValues().get(0).exact();
    assertTrue(exact.matches("\\[-?[0-9.]+, -?[0-9.]+\\]"), exact);
  }

  @Test
  void aCdfHasNoEvent() throws Exception {
    Obligation asked = obligation("query q: cdf(a)", "iris-relu.onnx");
    assertEquals(List.of(), trial(asked, "0.2", "0.5").answers());
    assertEquals(Optional.empty(), Trial.event(asked));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "P(a > 12 | b > 0) = ? # q's event happens: a > 12; q's condition does not happen: b > 0",
        "E(a | b > 0) = ? # q's condition does not happen: b > 0",
        "cdf(a | b > 0) # q's condition does not happen: b > 0",
        "P(a > 12) - P(b > 0) / P(a > 12) = ? # an event in q happens: a > 12; an event in q does not happen: b > 0",
        "E(a) - Var(b) = ? # ''",
      })
  void conditionsAndPartsAreEventsToo(String claim, String sentences) throws Exception {
    Obligation asked = obligation("query q: " + claim, "iris-relu.onnx");
    assertEquals(
        sentences,
        trial(asked, "0.03125", "0.84375").answers().stream()
            .map(EventAnswer::sentence)
            .collect(Collectors.joining("; ")));
  }

  /** The exact value is on one side of the threshold and the estimate on the other. */
  @Test
  void roundingThatTurnsAnEventIsSaid() throws IOException {
    Obligation asked = obligation("property p: P(a > 0) < 0.1", "iris-relu.onnx");
    EventAnswer turned =
        new EventAnswer(asked, EventRole.ASKED, "a > 0", Occurrence.HAPPENS, Optional.of(false));
    assertTrue(turned.isTurnedByRounding());
    assertEquals(
        "p's event happens: a > 0;"
            + " in ONNX Runtime's rounding it does not happen (an estimate)",
        turned.sentence());
    EventAnswer unknown =
        new EventAnswer(asked, EventRole.ASKED, "a > 0", Occurrence.UNKNOWN, Optional.of(true));
    assertFalse(unknown.isTurnedByRounding());
    assertEquals("p's event is too close to tell: a > 0", unknown.sentence());
  }

  @Test
  void whatIsNotKnownIsNotShown() throws IOException {
    Obligation asked = obligation("property p: P(a > 0) < 0.1", "iris-relu.onnx");
    NamedInputs inputs = new NamedInputs(asked.inputs(), asked.statement().inputs());
    List<Rational> zeros = List.of(Rational.ZERO, Rational.ZERO);
    Evaluation overflow =
        new Evaluation(
            zeros,
            Optional.empty(),
            List.of(Interval.WHOLE, new Interval(1, 2), new Interval(0, 0)));
    Trial without =
        new Trial(inputs, asked.outputs(), overflow, new Unavailable("no library"), List.of());
    assertEquals(new NamedValue("a", "unknown", Optional.empty()), without.outputValues().get(0));
    assertEquals("[1, 2]", without.outputValues().get(1).exact());
    assertEquals(Optional.empty(), without.rounding(1));
    Trial infinite =
        new Trial(
            inputs,
            asked.outputs(),
            overflow,
            new Computed(Format.FLOAT32, List.of(0.0, 0.0), List.of(Double.NaN, Double.NaN, 1.0)),
            List.of());
    assertEquals(Optional.of("NaN"), infinite.outputValues().get(1).estimate());
    assertEquals(Optional.empty(), infinite.rounding(1));
  }

  @Test
  void smallAndLargeValuesKeepTheirSize() throws IOException {
    Obligation asked = obligation("property p: P(a > 0) < 0.1", "iris-relu.onnx");
    NamedInputs inputs = new NamedInputs(asked.inputs(), asked.statement().inputs());
    Rational third = Rational.of(-1, 3);
    List<Rational> outputs =
        List.of(third.times(Rational.parse("1e-20")), third.times(Rational.parse("1e30")), third);
    Evaluation evaluation =
        new Evaluation(
            List.of(Rational.ZERO, Rational.ZERO),
            Optional.of(outputs),
            outputs.stream().map(Interval::of).toList());
    Trial trial =
        new Trial(inputs, asked.outputs(), evaluation, new Unavailable("no library"), List.of());
    assertEquals(
        List.of("-3.33333333333...e-21", "-3.33333333333...e29", "-0.333333333333..."),
        trial.outputValues().stream().map(NamedValue::exact).toList());
  }

  @Test
  void beginsWhereTheEventHappens() throws Exception {
    Obligation asked = obligation("property p: P(a > 12) < 0.1", "iris-relu.onnx");
    byte[] model = Files.readAllBytes(asked.networkFiles().get(0));
    StartingPoint point = StartingPoint.of(asked, List.of(OnnxReader.read(model)), PATIENT);
    assertEquals("an input for which p's event happens", point.words());
    Evaluation there = Evaluation.of(OnnxReader.read(model), point.values());
    assertEquals(Occurrence.HAPPENS, there.occurrence(Trial.event(asked).orElseThrow()));
  }

  @Test
  void beginsInsideWhereTheEventNeverHappens() throws Exception {
    Obligation asked = obligation("property p: P(a > 1000) < 0.1", "iris-relu.onnx");
    byte[] model = Files.readAllBytes(asked.networkFiles().get(0));
    StartingPoint point = StartingPoint.of(asked, List.of(OnnxReader.read(model)), PATIENT);
    assertEquals(
        "a point inside of the inputs' support; no input makes p's event happen", point.words());
    assertEquals(List.of(Rational.of(1, 2), Rational.of(1, 2)), point.values());
  }
}
