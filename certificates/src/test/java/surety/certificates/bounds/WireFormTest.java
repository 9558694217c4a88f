package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

class WireFormTest {
  private static AffineForm form(SplittableRandom random, int outputs, int inputs) {
    List<Rational> ofOutputs = coefficients(random, outputs);
    List<Rational> ofInputs = random.nextBoolean() ? coefficients(random, inputs) : List.of();
    if (random.nextInt(4) > 0 || ofInputs.isEmpty()) {
      ofOutputs.set(random.nextInt(outputs), Rational.of(1, 10));
    } else {
      ofInputs.set(random.nextInt(inputs), Rational.of(-3, 7));
    }
    return new AffineForm(ofOutputs, ofInputs);
  }

  private static List<Rational> coefficients(SplittableRandom random, int count) {
    List<Rational> coefficients = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      coefficients.add(
          random.nextInt(3) == 0
              ? Rational.ZERO
              : Rational.of(random.nextInt(-9, 10), random.nextInt(1, 12)));
    }
    return coefficients;
  }

  private static Rational[] point(SplittableRandom random, int inputs) {
    Rational[] x = new Rational[inputs];
    Arrays.setAll(x, k -> Rational.of(random.nextInt(-12, 13), random.nextInt(1, 9)));
    return x;
  }

  /** The exact values of all wires. */
  private static List<Rational> wires(Network network, Rational[] x) {
    Wires all = Wires.range(0, network.wires());
    return List.of(new Network(network.inputs(), network.gates(), all).evaluateExactly(x));
  }

  private static Rational value(WireForm form, List<Rational> wires) {
    Rational sum = form.bias();
    for (int wire : form.weights().keySet()) {
      sum = sum.plus(form.weight(wire).times(wires.get(wire)));
    }
    return sum;
  }

  private static Network sideBySide(SplittableRandom random, int inputs, int count) {
    List<Network> networks = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      networks.add(RandomNetworks.of(random, inputs, random.nextInt(1, 4)));
    }
    return Network.sideBySide(networks);
  }

  @Test
  void formsOfWiresAreFormsOfOutputsAndInputs() {
    SplittableRandom random = new SplittableRandom(61);
    for (int i = 0; i < 1_500; i++) {
      int inputs = random.nextInt(1, 4);
      Network network = sideBySide(random, inputs, random.nextInt(1, 4));
      AffineForm form = form(random, network.outputs(), inputs);
      Rational[] x = point(random, inputs);
      Rational truth = form.evaluate(List.of(network.evaluateExactly(x)), List.of(x));
      List<Rational> wires = wires(network, x);
      WireForm direct = WireForm.of(form, network);
      WireForm through = direct.throughAffine(network, Stop.NEVER);
      WireForm twice = through.throughAffine(network, Stop.NEVER);
      List<Interval> ranges =
          wires.stream().map(value -> Interval.of(value).plus(Interval.of(-0.5, 0.25))).toList();
      for (WireForm each : List.of(direct, through, twice)) {
        assertEquals(truth, value(each, wires));
        assertTrue(each.over(ranges).contains(truth));
        double[] magnitudes = each.magnitudes(network.wires());
        for (int wire : each.weights().keySet()) {
          assertTrue(each.encloseWeight(wire).contains(each.weight(wire)));
          assertTrue(Rational.ofDouble(magnitudes[wire]).compareTo(each.weight(wire).abs()) >= 0);
        }
        assertTrue(each.encloseBias().contains(each.bias()));
        assertEquals(Interval.ZERO, each.encloseWeight(network.wires() + 1));
      }
    }
  }

  /** Side by side, each network gives what it gives alone, in order. */
  @Test
  void networksSideBySideKeepTheirOutputs() {
    SplittableRandom random = new SplittableRandom(62);
    for (int i = 0; i < 300; i++) {
      int inputs = random.nextInt(1, 4);
      List<Network> networks = new ArrayList<>();
      for (int k = random.nextInt(1, 5); k > 0; k--) {
        networks.add(RandomNetworks.of(random, inputs, random.nextInt(1, 4)));
      }
      Network all = Network.sideBySide(networks);
      Rational[] x = point(random, inputs);
      List<Rational> expected = new ArrayList<>();
      networks.forEach(network -> expected.addAll(List.of(network.evaluateExactly(x))));
      assertEquals(expected, List.of(all.evaluateExactly(x)));
      assertEquals(networks.stream().mapToLong(Network::products).sum(), all.products());
    }
    Network one = Network.chain(1, List.of());
    Network two = Network.chain(2, List.of());
    assertThrows(IllegalArgumentException.class, () -> Network.sideBySide(List.of(one, two)));
  }

  /** Weights of 1/3 and of 2^-1000 are multiplied exactly, so that equal outputs cancel. */
  @Test
  void whatCancelsIsGone() {
    AffineLayer layer =
        AffineLayer.of(new double[][] {{0.1, 0x1p-1000}, {0.1, 0x1p-1000}}, new double[] {3, 2});
    Network network = Network.chain(2, List.of(layer));
    AffineForm difference = new AffineForm(List.of(Rational.of(1, 3), Rational.of(-1, 3)));
    WireForm form = WireForm.of(difference, network).throughAffine(network, Stop.NEVER);
    assertEquals(Rational.of(1, 3), form.bias());
    assertTrue(form.weight(0).isZero() && form.weight(1).isZero());
    assertEquals(OptionalInt.empty(), form.onlyWire());
    assertTrue(form.weights().isEmpty());
  }

  @Test
  void theOnlyWireMoves() {
    Network network = Network.chain(2, List.of(ActivationLayer.uniform(2, Activation.RELU)));
    WireForm one = WireForm.of(new AffineForm(List.of(Rational.ZERO, Rational.of(5))), network);
    assertEquals(OptionalInt.of(3), one.onlyWire());
    WireForm moved = one.moved(3, 1);
    assertEquals(OptionalInt.of(1), moved.onlyWire());
    assertEquals(Rational.of(5), moved.weight(1));
    // an input in the form is a wire of its own
    WireForm both =
        WireForm.of(
            new AffineForm(
                List.of(Rational.ZERO, Rational.of(5)), List.of(Rational.ONE, Rational.ZERO)),
            network);
    assertEquals(OptionalInt.empty(), both.onlyWire());
    assertEquals(Rational.ONE, both.weight(0));
  }

  @Test
  void whatIsTooLargeForADoubleIsRefused() {
    Network network =
        Network.chain(1, List.of(AffineLayer.of(new double[][] {{1e300}}, new double[1])));
    AffineForm large = new AffineForm(List.of(Rational.parse("1e10")));
    WireForm form = WireForm.of(large, network).throughAffine(network, Stop.NEVER);
    assertEquals(Rational.ofDouble(1e300).times(Rational.parse("1e10")), form.weight(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> CompiledNetwork.of(network, List.of(form), Stop.NEVER));
  }
}
