package surety.certificates.onnx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Deviation;
import surety.certificates.network.Network;
import surety.certificates.nnet.NnetReader;
import surety.certificates.stop.Stop;

/** Evaluations in single precision that are far away: the bound says so, or there is none. */
class RuntimeDeviationFaultsTest {
  private static final FloatFormat SINGLE = FloatFormat.FLOAT32;

  /** Refused, or within what is proven of the first output over the box. */
  private static void requireCovered(Network network, double computed, Interval... box) {
    if (Deviation.obstacle(network, SINGLE).isPresent()) {
      return;
    }
    List<Interval> wires = network.encloseWires(box, Stop.NEVER);
    Interval exact = wires.get(network.output().at(0));
    double bound = Deviation.of(network, SINGLE, 4, wires)[network.output().at(0)];
    double distance = Math.max(computed - exact.upper(), exact.lower() - computed);
    assertTrue(
        distance <= bound,
        "%s is %s away from %s, proven is %s".formatted(computed, distance, exact, bound));
  }

  private static Proto floats(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  private static Proto number(String name, double value) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(), value));
  }

  /** The floor of what is divided by holds over the reals; computed, it may be 0. */
  @Test
  void aDivisorIsComputedBelowItsFloor() throws Exception {
    float w = 0.1f;
    float least = 1.0438654f;
    float c = w * least;
    assertTrue((double) w * least > c, "over the reals w x - c is positive");
    byte[] file =
        Onnx.network(
            1,
            number("l", least),
            number("u", 2),
            floats("w", w),
            floats("c", c),
            floats("one", 1),
            Onnx.node("clip", "Clip", "x, l, u", "k"),
            Onnx.node("product", "Mul", "k, w", "p"),
            Onnx.node("rest", "Sub", "p, c", "r"),
            Onnx.node("Div", "one, r"));
    float[] theirs = OnnxRuntime.run(file, new float[] {0.5f}, 1, 1);
    requireCovered(OnnxReader.read(file), theirs[0], Interval.of(0, 2));
  }

  /** Where subnormal numbers are read as zero 0.5 / 2^-127 is infinite. */
  @Test
  void aDivisorIsReadAsZero() throws Exception {
    byte[] file = Onnx.network(1, floats("c", 0x1p-127), Onnx.node("Div", "x, c"));
    requireCovered(OnnxReader.read(file), Double.POSITIVE_INFINITY, Interval.of(0.25, 0.5));
  }

  /** A product with a sigmoid has the sigmoid's error times the other factor. */
  @Test
  void aProductWithASigmoidIsNoActivationOfTheRuntime() throws Exception {
    byte[] file = Onnx.network(2, Onnx.node("s", "Sigmoid", "x", "s"), Onnx.node("Mul", "x, s"));
    float[] x = {-17.651442f, 1};
    float[] theirs = OnnxRuntime.run(file, x, 1, 2);
    requireCovered(OnnxReader.read(file), theirs[0], Interval.of(x[0]), Interval.of(x[1]));
  }

  /** A constant function has no ends of pieces, but a value, which may be no float. */
  @Test
  void aConstantClipIsNoNumberOfTheFormat() throws Exception {
    byte[] file =
        Onnx.network(
            1, Onnx.initializer(Onnx.doubles("c", Onnx.dims(), 0.7)), Onnx.node("Clip", "x, c, c"));
    requireCovered(OnnxReader.read(file), 0.7f, Interval.of(0, 1));
  }

  /** Two constants that are no floats, a difference, a reciprocal and a product round 5 times. */
  @Test
  void aNormalisationRoundsItsConstantsToo() throws Exception {
    double mean = 1.0002440810202957;
    double range = 0.9997560679912865;
    String text = "1,1,1,1,\n1,1,\n0,\n-2,\n2,\n" + mean + ",0,\n" + range + ",1,\n1,\n0,\n";
    Network network = NnetReader.read(text.getBytes(ISO_8859_1), Stop.NEVER);
    float x = -5.9604048E-8f;
    float computed = (x - (float) mean) * (1 / (float) range);
    requireCovered(network, computed, Interval.of(x));
    assertTrue(Arrays.stream(network.evaluate(new double[] {x})).allMatch(Double::isFinite));
  }
}
