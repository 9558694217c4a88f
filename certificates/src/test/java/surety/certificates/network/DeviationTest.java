package surety.certificates.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.stop.Stop;

class DeviationTest {
  private static final FloatFormat SINGLE = FloatFormat.FLOAT32;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static double[] of(Network network, FloatFormat format, Interval... box) {
    return Deviation.of(network, format, 4, network.encloseWires(box, Stop.NEVER));
  }

  private static Network row(double bias, double... weights) {
    AffineLayer layer = AffineLayer.of(new double[][] {weights}, new double[] {bias});
    return Network.chain(weights.length, List.of(layer));
  }

  private static Network activation(Activation activation) {
    return Network.chain(1, List.of(ActivationLayer.uniform(1, activation)));
  }

  /** How far a computed number is from an exact one, compared with a bound. */
  private static void requireWithin(double bound, Rational exact, double computed, String what) {
    Rational distance = Rational.ofDouble(computed).minus(exact).abs();
    assertTrue(distance.compareTo(Rational.ofDouble(bound)) <= 0, what + ": " + computed);
  }

  /** Numbers of a format of all sizes, some of them subnormal, equal or opposite. */
  private static double number(SplittableRandom random, FloatFormat format, int kind) {
    double x = (random.nextInt(-8, 9) + (random.nextBoolean() ? random.nextDouble() : 0)) / 8;
    double size =
        switch (kind) {
          case 0 -> 1;
          case 1 -> Math.scalb(1.0, random.nextInt(-30, 31));
          case 2 -> format.leastNormal() * random.nextInt(1, 5);
          default -> Math.sqrt(format.leastNormal());
        };
    return format == SINGLE ? (float) (x * size) : x * size;
  }

  /**
   * All results of all orders: of each set of summands those of any split into two, with or without
   * a fused multiply-add where one side is a product.
   */
  private static Set<Double> results(Floats floats, double[] w, double[] x, double b) {
    int n = w.length + 1;
    List<Set<Double>> values = new ArrayList<>();
    values.add(Set.of());
    for (int set = 1; set < 1 << n; set++) {
      Set<Double> of = new HashSet<>();
      if (Integer.bitCount(set) == 1) {
        int k = Integer.numberOfTrailingZeros(set);
        of.add(k < w.length ? floats.times(w[k], x[k]) : floats.kept(b));
        of.add(k < w.length ? floats.times(w[k], x[k]) : b);
      }
      for (int part = (set - 1) & set; part > 0; part = (part - 1) & set) {
        for (double right : values.get(set ^ part)) {
          for (double left : values.get(part)) {
            of.add(floats.plus(left, right));
          }
          int k = Integer.numberOfTrailingZeros(part);
          if (Integer.bitCount(part) == 1 && k < w.length) {
            of.add(floats.fma(w[k], x[k], right));
          }
        }
      }
      values.add(of);
    }
    return values.get(values.size() - 1);
  }

  @ParameterizedTest
  @EnumSource
  void coversEveryOrderOfSmallSums(FloatFormat format) {
    SplittableRandom random = new SplittableRandom(1);
    double widest = 0;
    for (int round = 0; round < 1_500; round++) {
      int n = random.nextInt(1, round % 50 == 0 ? 5 : 4);
      int kind = random.nextInt(4);
      double[] w = new double[n];
      double[] x = new double[n];
      Interval[] box = new Interval[n];
      Arrays.setAll(w, k -> number(random, format, kind));
      Arrays.setAll(x, k -> number(random, format, kind == 2 ? 0 : kind) * (1 + 0x1p-30));
      Arrays.setAll(box, k -> Interval.of(x[k]));
      double b = random.nextInt(3) == 0 ? 0 : number(random, format, kind);
      Network network = row(b, w);
      Rational[] point = Arrays.stream(x).mapToObj(Rational::ofDouble).toArray(Rational[]::new);
      Rational exact = network.evaluateExactly(point)[0];
      double bound = of(network, format, box)[n];
      for (boolean flushes : new boolean[] {false, true}) {
        Floats floats = new Floats(format, flushes);
        double[] rounded = Arrays.stream(x).map(floats::rounded).toArray();
        for (double result : results(floats, w, rounded, b)) {
          requireWithin(bound, exact, result, Arrays.toString(w) + Arrays.toString(x) + b);
          widest = Math.max(widest, Math.abs(result - exact.doubleFloor()) / bound);
        }
      }
    }
    assertTrue(widest > 0.3, "the bound is of the size of what happens: " + widest);
  }

  /** Gate by gate, each sum in a random order. */
  private static double[] computed(
      Network network, double[] x, Floats floats, SplittableRandom random) {
    List<Double> wires = new ArrayList<>();
    for (double input : x) {
      wires.add(floats.rounded(input));
    }
    for (Gate gate : network.gates()) {
      List<Double> results = new ArrayList<>();
      for (int i = 0; i < gate.size(); i++) {
        results.add(
            gate instanceof Gate.Affine affine
                ? sum(affine, i, wires, floats, random)
                : neuron((Gate.Activations) gate, i, wires, floats));
      }
      wires.addAll(results);
    }
    return wires.stream().mapToDouble(each -> each).toArray();
  }

  private static double sum(
      Gate.Affine gate, int row, List<Double> wires, Floats floats, SplittableRandom random) {
    List<Double> summands = new ArrayList<>();
    for (Gate.Term term : gate.terms()) {
      summands.add(term.layer().bias(row));
      LinearOperator operator = term.layer().operator();
      for (int k = 0; k < operator.entries(row); k++) {
        double x = wires.get(term.wires().at(operator.column(row, k)));
        if (summands.size() > 1 && random.nextInt(3) == 0) {
          int with = random.nextInt(summands.size());
          summands.set(with, floats.fma(operator.weight(row, k), x, summands.get(with)));
        } else {
          summands.add(floats.times(operator.weight(row, k), x));
        }
      }
    }
    while (summands.size() > 1) {
      double a = summands.remove(random.nextInt(summands.size()));
      double b = summands.remove(random.nextInt(summands.size()));
      summands.add(floats.plus(a, b));
    }
    return summands.get(0);
  }

  private static double neuron(Gate.Activations gate, int i, List<Double> wires, Floats floats) {
    double x = floats.kept(wires.get(gate.wires().at(i)));
    Activation f = gate.layer().activation(i);
    return f instanceof PiecewiseLinear && Math.abs(f.slope(x)) != 1 && f.slope(x) != 0
        ? floats.times(f.slope(x), x)
        : floats.rounded(f.apply(x));
  }

  private static Network rounded(Network network, FloatFormat format) {
    List<Gate> gates = new ArrayList<>();
    for (Gate gate : network.gates()) {
      gates.add(gate instanceof Gate.Affine affine ? rounded(affine, format) : gate);
    }
    return new Network(network.inputs(), gates, network.output());
  }

  private static Gate rounded(Gate.Affine gate, FloatFormat format) {
    Floats floats = new Floats(format, false);
    List<Gate.Term> terms = new ArrayList<>();
    for (Gate.Term term : gate.terms()) {
      AffineLayer layer = term.layer();
      double[][] weights = new double[layer.rows()][];
      double[] biases = new double[layer.rows()];
      for (int row = 0; row < biases.length; row++) {
        weights[row] = Arrays.stream(layer.operator().row(row)).map(floats::rounded).toArray();
        biases[row] = floats.rounded(layer.bias(row));
      }
      terms.add(new Gate.Term(AffineLayer.of(weights, biases), term.wires()));
    }
    return new Gate.Affine(terms);
  }

  @ParameterizedTest
  @EnumSource
  void coversRandomEvaluationsOfRandomNetworks(FloatFormat format) {
    SplittableRandom random = new SplittableRandom(2);
    List<Activation> kinds =
        List.of(
            PiecewiseLinear.leakyRelu(0.25f),
            PiecewiseLinear.leakyRelu(0.01f),
            PiecewiseLinear.clip(-0.5, 0.75),
            Activation.ABS);
    for (int round = 0; round < 400; round++) {
      int inputs = random.nextInt(1, 4);
      Network network = rounded(RandomNetworks.of(random, inputs, 2, kinds), format);
      assertEquals(Optional.empty(), Deviation.obstacle(network, format));
      double size = Math.scalb(1.0, random.nextInt(-3, 4));
      Interval[] box = new Interval[inputs];
      Arrays.setAll(box, k -> new Interval(-size, size * random.nextDouble()));
      double[] bounds = of(network, format, box);
      for (int point = 0; point < 5; point++) {
        double[] x = new double[inputs];
        Arrays.setAll(x, k -> random.nextDouble(box[k].lower(), box[k].upper()));
        Interval[] at = Arrays.stream(x).mapToObj(Interval::of).toArray(Interval[]::new);
        double[] atPoint = of(network, format, at);
        Floats floats = new Floats(format, random.nextBoolean());
        double[] computed = computed(network, x, floats, random);
        List<Interval> exact = network.encloseWires(at, Stop.NEVER);
        for (int wire = 0; wire < bounds.length; wire++) {
          double least = computed[wire] - exact.get(wire).upper();
          double most = exact.get(wire).lower() - computed[wire];
          double distance = Math.max(0, Math.max(least, most));
          assertTrue(distance <= atPoint[wire], "round " + round + " wire " + wire);
          assertTrue(distance <= bounds[wire], "round " + round + " wire " + wire);
        }
      }
    }
  }

  @Test
  void anInputIsRounded() {
    Network network = new Network(1, List.of(), Wires.range(0, 1));
    Interval upToOne = new Interval(0.5, 1);
    assertEquals(0x1p-24, of(network, SINGLE, upToOne)[0], 1e-22);
    assertEquals(0x1p-53, of(network, FloatFormat.FLOAT64, upToOne)[0], 1e-30);
    assertEquals(0.1 * 0x1p-24, of(network, SINGLE, Interval.of(0.1))[0], 1e-22);
    assertEquals(3 * 0x1p-24, of(network, SINGLE, new Interval(-3, 2))[0], 1e-22);
    assertEquals(0x1p-126, of(network, SINGLE, Interval.of(0x1p-140))[0], 0x1p-150);
  }

  @Test
  void anInputThatIsOneNumberOfTheFormatIsNot() {
    Network network = new Network(1, List.of(), Wires.range(0, 1));
    assertEquals(0, of(network, SINGLE, Interval.ONE)[0]);
    assertEquals(0, of(network, SINGLE, Interval.ZERO)[0]);
    assertEquals(0, of(network, FloatFormat.FLOAT64, Interval.of(0.1))[0]);
    assertEquals(INFINITY, of(network, SINGLE, Interval.of(1e39))[0]);
  }

  @Test
  void signsAndCopiesAreNotRounded() {
    Interval upToOne = new Interval(0, 1);
    double input = of(row(0, -1), SINGLE, upToOne)[0];
    assertEquals(input, of(row(0, -1), SINGLE, upToOne)[1], 1e-22);
    assertTrue(of(row(0, -2), SINGLE, upToOne)[1] > 2.5 * input);
  }

  @Test
  void absorbedNumbersAreLost() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.diagonal(new double[] {1}, new double[] {0x1p24}),
                AffineLayer.diagonal(new double[] {1}, new double[] {-0x1p24})));
    double lost = of(network, SINGLE, new Interval(0, 1))[2];
    assertTrue(lost >= 1 && lost < 1.1, "" + lost);
    assertTrue(of(network, FloatFormat.FLOAT64, new Interval(0, 1))[2] < 1e-8);
  }

  @Test
  void aDeadReluIsExactlyZero() {
    double[] d = of(activation(Activation.RELU), SINGLE, new Interval(-3, -1));
    assertEquals(0, d[1]);
    assertTrue(of(activation(Activation.RELU), SINGLE, new Interval(-3, 0))[1] > 0);
    Activation clip = PiecewiseLinear.clip(-1, 1);
    assertEquals(0, of(activation(clip), SINGLE, new Interval(2, 3))[1]);
    Activation tiny = PiecewiseLinear.clip(-1, 0x1p-140);
    assertTrue(of(activation(tiny), SINGLE, new Interval(2, 3))[1] >= 0x1p-140);
  }

  @Test
  void accuracyCountsForWhatNoStandardFixes() {
    Network tanh = activation(Activation.TANH);
    List<Interval> wires = tanh.encloseWires(new Interval[] {new Interval(-9, 9)}, Stop.NEVER);
    double four = Deviation.of(tanh, SINGLE, 4, wires)[1];
    double forty = Deviation.of(tanh, SINGLE, 40, wires)[1];
    assertEquals(36 * 0x1p-23, forty - four, 1e-12);
    assertEquals(9 * 0x1p-24 + 4 * 0x1p-23, four, 1e-12);
    Network relu = activation(Activation.RELU);
    List<Interval> other = relu.encloseWires(new Interval[] {new Interval(-9, 9)}, Stop.NEVER);
    assertEquals(Deviation.of(relu, SINGLE, 4, other)[1], Deviation.of(relu, SINGLE, 40, other)[1]);
  }

  @Test
  void aSmoothActivationIsAccurateToItsLargestValue() {
    Network elu = activation(new Elu(100));
    double d = of(elu, SINGLE, new Interval(-1, -0.5))[1];
    assertTrue(d >= 4 * 0x1p-23 * 100, "alpha (exp(x) - 1) cancels");
  }

  @Test
  void aDivisionMayBeAProductWithTheReciprocal() {
    Network third = activation(new Scaling(RealNumber.of(Rational.of(1, 3)), RealNumber.ZERO));
    for (float x = 0.1f; x < 3; x += 0.01f) {
      double bound = of(third, SINGLE, Interval.of(x))[1];
      Rational exact = Rational.ofDouble(x).dividedBy(Rational.of(3));
      requireWithin(bound, exact, x / 3, "quotient");
      requireWithin(bound, exact, x * (1 / 3f), "product");
    }
    Rational huge = Rational.parse("1e-40");
    Network small = activation(new Scaling(RealNumber.of(huge), RealNumber.ZERO));
    assertEquals(INFINITY, of(small, SINGLE, Interval.ONE)[1]);
  }

  @ParameterizedTest
  @CsvSource({"1e38,3.41,Infinity", "1e38,3.3,0", "-1e38,3.41,Infinity", "1e-45,1e39,Infinity"})
  void whatMayOverflowIsUnknown(double weight, double x, double expected) {
    double[] d = of(row(0, (float) weight), SINGLE, new Interval(0, x));
    assertEquals(expected == INFINITY, d[1] == INFINITY);
    assertEquals(expected == INFINITY, d[0] == INFINITY, "and all else with it");
  }

  @Test
  void partialSumsMayOverflowThoughTheSumIsSmall() {
    Interval[] box = {Interval.ONE, Interval.ONE, Interval.ONE};
    float big = 2e38f;
    assertEquals(INFINITY, of(row(0, big, big, -big), SINGLE, box)[3]);
    assertTrue(of(row(0, big / 2, big / 2, -big / 2), SINGLE, box)[3] < INFINITY);
    assertTrue(of(row(0, big, big, -big), FloatFormat.FLOAT64, box)[3] < INFINITY);
  }

  @Test
  void ofUnboundedInputsNothingIsKnown() {
    Interval half = new Interval(0, INFINITY);
    assertEquals(INFINITY, of(activation(Activation.SIGMOID), SINGLE, half)[1]);
    assertEquals(INFINITY, of(row(0, 0), SINGLE, half)[1]);
  }

  @Test
  void subnormalWeightsMayBeReadAsZero() {
    double[] d = of(row(0, 0x1p-130), SINGLE, Interval.of(1e30));
    assertTrue(d[1] >= 0x1p-130 * 1e30, "" + d[1]);
  }

  @Test
  void tooManySummandsHaveNoBound() {
    assertEquals(INFINITY, SINGLE.gamma(1 << 23));
    assertTrue(SINGLE.gamma((1 << 23) - 1) > 0.9);
    assertEquals(0, SINGLE.gamma(0));
  }

  @Test
  void numbersOfAnotherFormatAreAnObstacle() {
    assertTrue(Deviation.obstacle(row(0, 0.1), SINGLE).orElseThrow().contains("0.1"));
    assertTrue(Deviation.obstacle(row(0.1, 1), SINGLE).orElseThrow().contains("float32"));
    assertTrue(Deviation.obstacle(row(1e39, 1), SINGLE).isPresent());
    assertTrue(Deviation.obstacle(activation(PiecewiseLinear.leakyRelu(0.1)), SINGLE).isPresent());
    assertTrue(Deviation.obstacle(activation(PiecewiseLinear.clip(0, 0.1)), SINGLE).isPresent());
    assertTrue(Deviation.obstacle(activation(PiecewiseLinear.clip(0.1, 1)), SINGLE).isPresent());
    Activation subnormal = PiecewiseLinear.clip(-0x1p-140, 1);
    assertTrue(Deviation.obstacle(activation(subnormal), SINGLE).isPresent());
    assertTrue(Deviation.obstacle(activation(subnormal), FloatFormat.FLOAT64).isEmpty());
    assertTrue(Deviation.obstacle(row(0.1, 0.1), FloatFormat.FLOAT64).isEmpty());
    assertTrue(Deviation.obstacle(row(0.5f, 0.1f), SINGLE).isEmpty());
  }

  @Test
  void otherStepsThanTheGatesAreAnObstacle() {
    Network network = row(0, 1);
    Network other = new Network(1, network.gates(), network.output(), Optional.of("normalises"));
    assertEquals(Optional.of("normalises"), Deviation.obstacle(other, SINGLE));
    Network both = Network.sideBySide(List.of(network, other));
    assertEquals(Optional.of("normalises"), Deviation.obstacle(both, SINGLE));
  }

  /** The reciprocal of a divisor that may be read as zero. */
  @Test
  void weightsThatMayBeReciprocalsOfSubnormalNumbersAreObstacles() {
    assertTrue(Deviation.obstacle(row(0, 0x1p126), SINGLE).isEmpty());
    assertTrue(Deviation.obstacle(row(0, -0x1p127), SINGLE).isPresent());
    assertTrue(Deviation.obstacle(row(0, 0x1.8p126), SINGLE).isEmpty()); // of no double
    assertTrue(Deviation.obstacle(row(0, 0x1p127), FloatFormat.FLOAT64).isEmpty());
    assertTrue(Deviation.obstacle(row(0, 0x1p1023), FloatFormat.FLOAT64).isPresent());
  }

  @Test
  void constantsOfFlatPiecesAreNumbersOfTheFormat() {
    assertTrue(Deviation.obstacle(activation(PiecewiseLinear.clip(0.5, 0.5)), SINGLE).isEmpty());
    assertTrue(Deviation.obstacle(activation(PiecewiseLinear.clip(0.7, 0.7)), SINGLE).isPresent());
  }

  /** All that runtimes do with {@code (x - m) s / sqrt(v + e) + b}. */
  private static double[] normalized(
      Floats f, double x, double s, double b, double m, double v, double e) {
    double root = f.root(f.plus(v, e));
    double inverse = f.over(1, root);
    double centred = f.plus(x, -m);
    double factor = f.over(s, root);
    double product = f.times(s, inverse);
    double[] results = {
      f.plus(f.times(f.over(centred, root), s), b),
      f.plus(f.times(f.times(centred, inverse), s), b),
      f.fma(f.times(centred, inverse), s, b),
      f.plus(f.times(centred, factor), b),
      f.plus(f.times(centred, product), b),
      f.fma(centred, product, b),
      f.plus(f.times(x, factor), f.plus(b, -f.times(m, factor))),
      f.plus(f.times(x, product), f.plus(b, -f.times(m, product))),
      f.fma(x, product, f.plus(b, -f.times(m, product))),
      f.fma(x, factor, f.fma(-m, factor, b)),
      f.plus(f.plus(f.times(x, product), -f.times(m, product)), b)
    };
    return results;
  }

  @ParameterizedTest
  @EnumSource
  void coversEveryWayOfANormalization(FloatFormat format) {
    SplittableRandom random = new SplittableRandom(6);
    double widest = 0;
    for (int round = 0; round < 20_000; round++) {
      double size = Math.scalb(1.0, random.nextInt(-20, 21));
      double[] c = random.doubles(6, -1, 1).map(r -> format == SINGLE ? (float) r : r).toArray();
      double s = round % 7 == 0 ? c[0] * Math.scalb(1.0, random.nextInt(-20, 21)) : c[0];
      double m = c[2] * size;
      double v = Math.abs(c[3]) * Math.scalb(1.0, random.nextInt(-20, 21));
      double e = (float) 1e-5;
      double x = round % 3 == 0 ? m + c[4] : round % 3 == 1 ? c[4] : c[4] * 0x1p-126;
      double b = round % 5 == 0 ? m * s / Math.sqrt(v + e) : c[1] * (round % 2 == 0 ? 1 : size);
      b = format == SINGLE ? (float) b : b;
      x = format == SINGLE ? (float) x : x;
      RealNumber root = RealNumber.of(v).plus(RealNumber.of(e)).sqrt();
      RealNumber factor = RealNumber.of(s).dividedBy(root);
      Scaling scaling =
          Scaling.normalization(RealNumber.of(s), factor, RealNumber.of(m), RealNumber.of(b));
      Rational centred = Rational.ofDouble(x).minus(Rational.ofDouble(m));
      Interval exact = RealNumber.of(centred).times(factor).plus(RealNumber.of(b)).enclosure();
      double bound = of(activation(scaling), format, Interval.of(x))[1];
      assertTrue(bound < INFINITY);
      for (boolean flushes : new boolean[] {false, true}) {
        for (double y : normalized(new Floats(format, flushes), x, s, b, m, v, e)) {
          double distance = Math.max(y - exact.upper(), exact.lower() - y);
          assertTrue(distance <= bound, scaling + " at " + x + ": " + y + " in " + exact);
          widest = Math.max(widest, distance / bound);
        }
      }
    }
    assertTrue(widest > 0.1, "not far too wide: " + widest);
  }

  /** The constants of a float64 network are rounded before a float32 evaluation uses them. */
  @Test
  void coversANormalizationWhoseConstantsAreRounded() {
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 20_000; round++) {
      double[] c = random.doubles(5, 0.1, 1).toArray();
      RealNumber root = RealNumber.of(c[3]).plus(RealNumber.of(1e-5)).sqrt();
      RealNumber factor = RealNumber.of(c[0]).dividedBy(root);
      double m = 100 * c[2];
      float x = (float) (round % 2 == 0 ? m : c[4]);
      Scaling scaling =
          Scaling.normalization(RealNumber.of(c[0]), factor, RealNumber.of(m), RealNumber.of(c[1]));
      Rational centred = Rational.ofDouble(x).minus(Rational.ofDouble(m));
      Interval exact = RealNumber.of(centred).times(factor).plus(RealNumber.of(c[1])).enclosure();
      double bound = of(activation(scaling), SINGLE, Interval.of(x))[1];
      Floats floats = new Floats(SINGLE, true);
      float e = (float) 1e-5;
      for (double y :
          normalized(floats, x, (float) c[0], (float) c[1], (float) m, (float) c[3], e)) {
        assertTrue(Math.max(y - exact.upper(), exact.lower() - y) <= bound, scaling + " at " + x);
      }
    }
  }

  @Test
  void whatANormalizationComputesOnTheWayMayOverflow() {
    RealNumber small = RealNumber.of(0x1p-40);
    Scaling scaling = Scaling.normalization(small, small, RealNumber.of(0x1p100), RealNumber.ZERO);
    assertTrue(of(activation(scaling), SINGLE, new Interval(0, 1))[1] < INFINITY);
    Scaling far = Scaling.normalization(small, small, RealNumber.of(0x1p120), RealNumber.ZERO);
    assertEquals(INFINITY, of(activation(far), SINGLE, new Interval(0, 1))[1]);
  }

  private static double logistic(double x) {
    return x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x));
  }

  /** The float next to the end of an interval, from the inside. */
  private static double within(double from, double end) {
    float nearest = (float) end;
    boolean isOutside = from < end ? nearest > end : nearest < end;
    return isOutside ? Math.nextAfter(nearest, from) : nearest;
  }

  /** Both factors of x s(x) deviate as they like, and the logistic function by 4 units. */
  @Test
  void coversASiluAsAProduct() {
    SplittableRandom random = new SplittableRandom(9);
    double widest = 0;
    for (int round = 0; round < 20_000; round++) {
      double x = random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(-130, 9));
      double[] d = of(activation(Activation.SILU), SINGLE, Interval.of(x));
      double exact = x * logistic(x);
      for (boolean flushes : new boolean[] {false, true}) {
        Floats floats = new Floats(SINGLE, flushes);
        double[] ends = {within(x, x - d[0]), floats.rounded(x), within(x, x + d[0])};
        for (double y : ends) {
          for (double z : ends) {
            double s = logistic(z);
            double off = within(s, s + (round % 3 - 1) * 4 * 0x1p-23);
            double computed = floats.times(y, off);
            double distance = Math.abs(computed - exact);
            assertTrue(distance <= d[1] * (1 + 0x1p-20), x + ": " + distance + " by " + d[1]);
            widest = Math.max(widest, distance / d[1]);
          }
        }
      }
    }
    assertTrue(widest > 0.2, "not far too wide: " + widest);
  }

  /** The same where x itself deviates much. */
  @Test
  void aSiluMovesNoMoreThanItsFactors() {
    SplittableRandom random = new SplittableRandom(10);
    for (int round = 0; round < 100_000; round++) {
      double x = random.nextDouble(-12, 12);
      double d = random.nextDouble() * Math.scalb(1.0, random.nextInt(-8, 5));
      double y = x + d * random.nextInt(-1, 2);
      double z = x + d * random.nextInt(-1, 2);
      double moved = Math.abs(y * logistic(z) - x * logistic(x));
      assertTrue(moved <= d * (1.25 + d / 4) + 1e-13, x + " " + y + " " + z);
    }
  }

  /** (x - mean) / range with a range of 2^100: x - mean overflows, and the quotient would not. */
  @Test
  void aDifferenceMayOverflowBeforeItIsDivided() {
    Interval box = new Interval(0, 0x1.8p127);
    Network row = row(0x1p26, 0x1p-100);
    assertEquals(INFINITY, of(row, SINGLE, box)[1]);
    assertTrue(of(row, SINGLE, new Interval(0, 1))[1] < INFINITY);
    RealNumber third = RealNumber.of(Rational.ofDouble(0x1p-100).dividedBy(Rational.ofDouble(3)));
    Scaling scaling = new Scaling(third, RealNumber.of(0x1p24));
    assertEquals(INFINITY, of(activation(scaling), SINGLE, box)[1]);
    assertTrue(of(activation(scaling), SINGLE, new Interval(0, 1))[1] < INFINITY);
  }

  /** (x - mean) / range with a range of 2^-100: x - mean is subnormal and taken for zero. */
  @Test
  void aDifferenceMayBeTakenForZeroBeforeItIsDivided() {
    double mean = -0x1p-126;
    double x = -0x1.8p-126;
    Network row = row(-mean * 0x1p100, 0x1p100);
    double exact = (x - mean) * 0x1p100;
    assertTrue(of(row, SINGLE, Interval.of(x))[1] >= Math.abs(exact));
  }

  /** The floor is one over the reals; what is computed may be below it, and of another function. */
  @Test
  void aFlooredFunctionIsTheFunctionItselfWhereItIsComputed() {
    Network floored = activation(new Floored(Activation.RECIPROCAL, 0x1p-20));
    assertEquals(INFINITY, of(floored, SINGLE, new Interval(0x1p-127, 1))[1]);
    double deviation = of(floored, SINGLE, new Interval(0x1p-20, 1))[1];
    double lowest = 0x1p-20 - 0x1p-24; // of an input of at most 1, rounded
    assertTrue(deviation > 1 / lowest - 0x1p20 && deviation < INFINITY, "" + deviation);
    double narrow = of(floored, SINGLE, new Interval(1, 2))[1];
    assertTrue(narrow < 0x1p-19, "" + narrow); // no slope of the floor
  }
}
