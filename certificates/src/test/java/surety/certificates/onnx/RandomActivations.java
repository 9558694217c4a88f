package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/** Nodes of a {@link TwinGraph} that apply piecewise linear functions. */
final class RandomActivations {

  private final TwinGraph twin;

  RandomActivations(TwinGraph twin) {
    this.twin = twin;
  }

  void activation() {
    int kind = twin.random.nextInt(6);
    if (kind == 0) {
      twin.append("Abs", twin.any(), "", (v, m) -> v.map(Rational::abs));
    } else if (kind == 1) {
      twin.append("Neg", twin.any(), "", (v, m) -> m ? v : v.map(Rational::negate));
    } else if (!twin.isDouble()) { // ONNX Runtime has not all of these in double precision
      switch (kind) {
        case 2 -> leakyRelu();
        case 3 -> pRelu();
        case 4 -> clip();
        default -> hardSigmoid();
      }
    }
  }

  private void leakyRelu() {
    boolean given = twin.random.nextBoolean();
    float alpha = given ? twin.weight() : 0.01f;
    Proto[] attributes = given ? new Proto[] {Onnx.floatAttribute("alpha", alpha)} : new Proto[0];
    twin.append(
        "LeakyRelu", twin.any(), "", (v, m) -> v.map(x -> leaky(x, number(alpha))), attributes);
  }

  private void pRelu() {
    String x = twin.any();
    int[] dims = twin.values.get(x);
    NaiveTensor slopes =
        twin.tensor(Arrays.copyOfRange(dims, twin.random.nextInt(dims.length + 1), dims.length));
    twin.append(
        "PRelu",
        x,
        twin.constants.store(slopes),
        (v, m) -> v.with(slopes, m ? (a, s) -> a : RandomActivations::leaky));
  }

  private void clip() {
    float a = twin.weight();
    float b = twin.weight();
    float lower = twin.random.nextInt(3) == 0 ? Float.NEGATIVE_INFINITY : Math.min(a, b);
    float upper = twin.random.nextInt(3) == 0 ? Float.POSITIVE_INFINITY : Math.max(a, b);
    TwinGraph.Unary rule =
        (v, m) -> v.map(x -> m ? x.plus(Rational.of(2)) : clipped(x, lower, upper));
    if (twin.opset < 11) {
      List<Proto> attributes = new ArrayList<>();
      if (lower > Float.NEGATIVE_INFINITY) {
        attributes.add(Onnx.floatAttribute("min", lower));
      }
      if (upper < Float.POSITIVE_INFINITY) {
        attributes.add(Onnx.floatAttribute("max", upper));
      }
      twin.append("Clip", twin.any(), "", rule, attributes.toArray(Proto[]::new));
      return;
    }
    boolean hasMin = lower > Float.NEGATIVE_INFINITY;
    boolean hasMax = upper < Float.POSITIVE_INFINITY;
    String min = hasMin ? twin.constants.store(NaiveTensor.scalar(lower)) : "";
    String max = hasMax ? "," + twin.constants.store(NaiveTensor.scalar(upper)) : "";
    String x = twin.any();
    String output = twin.constants.name();
    twin.graph.append(Onnx.node("", "Clip", x + (hasMin || hasMax ? "," + min + max : ""), output));
    twin.step(List.of(x), List.of(output), (v, m) -> List.of(rule.apply(v.get(0), m)));
  }

  private void hardSigmoid() {
    boolean given = twin.random.nextBoolean();
    float alpha = given ? twin.weight() : 0.2f;
    float beta = given ? twin.weight() : 0.5f;
    Proto[] attributes =
        given
            ? new Proto[] {Onnx.floatAttribute("alpha", alpha), Onnx.floatAttribute("beta", beta)}
            : new Proto[0];
    twin.append(
        "HardSigmoid",
        twin.any(),
        "",
        (v, m) ->
            v.map(
                x ->
                    m
                        ? x.plus(Rational.of(2))
                        : clipped(x.times(number(alpha)).plus(number(beta)), 0, 1)),
        attributes);
  }

  private static Rational number(float x) {
    return Rational.ofDouble(x);
  }

  private static Rational leaky(Rational x, Rational slope) {
    return x.signum() < 0 ? x.times(slope) : x;
  }

  private static Rational clipped(Rational x, float lower, float upper) {
    if (upper < Float.POSITIVE_INFINITY && x.compareTo(number(upper)) > 0) {
      return number(upper);
    }
    return lower > Float.NEGATIVE_INFINITY && x.compareTo(number(lower)) < 0 ? number(lower) : x;
  }
}
