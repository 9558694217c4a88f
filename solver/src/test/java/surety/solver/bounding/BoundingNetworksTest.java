package surety.solver.bounding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Convolution;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.WindowAxis;
import surety.solver.layers.Layers;

class BoundingNetworksTest {

  static Stream<Activation> curved() {
    return Samples.curved().stream();
  }

  static Stream<Activation> straight() {
    return Samples.straight().stream();
  }

  /** Lower and upper network at a point over the rationals, and an enclosure of the network. */
  private static void assertBetween(BoundingPair pair, Network network, double[] x)
      throws BoundingException {
    Rational[] exact = Samples.exact(x);
    Rational[] lower = pair.lower().evaluateExactly(exact);
    Rational[] upper = pair.upper().evaluateExactly(exact);
    List<Interval> values = Samples.enclose(FunctionNetwork.of(network), x);
    for (int i = 0; i < values.size(); i++) {
      Interval value = values.get(i);
      assertTrue(lower[i].compareTo(Rational.ofDouble(value.upper())) <= 0);
      assertTrue(upper[i].compareTo(Rational.ofDouble(value.lower())) >= 0);
    }
  }

  @ParameterizedTest
  @MethodSource("curved")
  void areOnTheirSides(Activation activation) throws BoundingException {
    SplittableRandom random = new SplittableRandom(21);
    for (int seed = 0; seed < 3; seed++) {
      Network network = Samples.network(seed, activation, 2, 4, 3);
      for (List<Interval> box : List.of(Samples.box(2, 0, 1), Samples.box(2, -3, 2.5))) {
        for (int segments : new int[] {1, 4, 7}) {
          BoundingPair pair = BoundingNetworks.of(network, box, segments);
          for (int k = 0; k < 8; k++) {
            assertBetween(pair, network, Samples.point(random, box));
          }
        }
      }
    }
  }

  @Test
  void mixedLayersAndActivationsLastAreBounded() throws BoundingException {
    SplittableRandom random = new SplittableRandom(22);
    Network dense = Samples.network(5, Activation.TANH, 2, 6, 4);
    List<Layer> layers = new ArrayList<>(Layers.ofChain(dense).orElseThrow());
    layers.set(
        1,
        new ActivationLayer(
            List.of(
                Activation.RELU,
                Activation.IDENTITY,
                Activation.TANH,
                PiecewiseLinear.clip(-1, 1),
                PiecewiseLinear.leakyRelu(0.1),
                new Elu(1))));
    layers.add(AffineLayer.of(new double[][] {{-1}, {2}, {0}}, new double[] {0.5, 0, 1}));
    layers.add(
        new ActivationLayer(
            List.of(Activation.SIGMOID, PiecewiseLinear.leakyRelu(0.5), Activation.SOFTSIGN)));
    Network network = Network.chain(2, layers);
    List<Interval> box = Samples.box(2, -1, 2);
    BoundingPair pair = BoundingNetworks.of(network, box, 5);
    assertEquals(3, pair.lower().outputs());
    for (int k = 0; k < 20; k++) {
      assertBetween(pair, network, Samples.point(random, box));
    }
    assertEquals(0, pair.distances(10).get(2).bound(), 1e-5, "a constant, by its weight 0");
  }

  @ParameterizedTest
  @MethodSource("straight")
  void piecewiseLinearNetworksAreTheirOwnBounds(Activation activation) throws BoundingException {
    SplittableRandom random = new SplittableRandom(23);
    Network network = Samples.network(3, activation, 2, 4, 4);
    List<Interval> box = Samples.box(2, -1, 1);
    BoundingPair pair = BoundingNetworks.of(network, box, 10);
    assertSame(pair.lower(), pair.upper());
    for (int k = 0; k < 20; k++) {
      Rational[] x = Samples.exact(Samples.point(random, box));
      assertEquals(network.evaluateExactly(x)[0], pair.lower().evaluateExactly(x)[0]);
    }
    assertEquals(new Distance(0, 0, 0), pair.distances(100).get(0));
  }

  @Test
  void aReluNetworkIsTakenOverAsItIs() throws BoundingException {
    Network network = Samples.network(3, Activation.RELU, 3, 5, 5);
    assertEquals(network, BoundingNetworks.of(network, Samples.box(3, 0, 1), 10).upper());
    Network identity = Network.chain(2, List.of());
    assertEquals(identity, BoundingNetworks.of(identity, Samples.box(2, 0, 1), 10).lower());
  }

  @Test
  void haveFloatWeightsAndReluOnly() throws BoundingException {
    Network network = Samples.network(4, Activation.SIGMOID, 2, 4, 3);
    BoundingPair pair = BoundingNetworks.of(network, Samples.box(2, 0, 0.7), 10);
    for (Network bound : List.of(pair.lower(), pair.upper())) {
      for (Layer layer : Layers.ofChain(bound).orElseThrow()) {
        if (layer instanceof AffineLayer affine) {
          for (int row = 0; row < affine.rows(); row++) {
            assertTrue(Floats.isFloat(affine.bias(row)));
            for (int column = 0; column < affine.columns(); column++) {
              assertTrue(Floats.isFloat(affine.weight(row, column)));
            }
          }
        } else {
          ((ActivationLayer) layer)
              .activations()
              .forEach(activation -> assertEquals(Activation.RELU, activation));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("curved")
  void areNestedWhenSegmentsDouble(Activation activation) throws BoundingException {
    SplittableRandom random = new SplittableRandom(24);
    Network network = Samples.network(6, activation, 2, 4, 3);
    List<Interval> box = Samples.box(2, -1, 2);
    for (int base : new int[] {1, 3}) {
      BoundingPair coarse = BoundingNetworks.of(network, box, base);
      for (int segments = 2 * base; segments <= 8 * base; segments *= 2) {
        BoundingPair fine = BoundingNetworks.of(network, box, segments);
        for (int k = 0; k < 5; k++) {
          Rational[] x = Samples.exact(Samples.point(random, box));
          Rational[] all = {
            coarse.lower().evaluateExactly(x)[0],
            fine.lower().evaluateExactly(x)[0],
            fine.upper().evaluateExactly(x)[0],
            coarse.upper().evaluateExactly(x)[0]
          };
          for (int i = 0; i < 3; i++) {
            assertTrue(all[i].compareTo(all[i + 1]) <= 0);
          }
        }
        assertTrue(fine.distances(1).get(0).bound() <= coarse.distances(1).get(0).bound());
        coarse = fine;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("curved")
  void convergeWithTheSquareOfTheWidth(Activation activation) throws BoundingException {
    Network network = Samples.network(7, activation, 2, 6, 6);
    List<Interval> box = Samples.box(2, -2, 2);
    Distance coarse = BoundingNetworks.of(network, box, 8).distances(200).get(0);
    Distance fine = BoundingNetworks.of(network, box, 32).distances(200).get(0);
    assertTrue(fine.largest() < coarse.largest() / 8, fine + " after " + coarse);
    assertTrue(fine.mean() < coarse.mean() / 8, fine + " after " + coarse);
    assertTrue(fine.bound() < coarse.bound() / 8, fine + " after " + coarse);
    assertTrue(fine.largest() <= fine.bound() && fine.mean() <= fine.largest());
  }

  @Test
  void valuesOutsideTheRangeOfTheNetworkAreBoundedToo() throws BoundingException {
    // with one segment the first layer's bounds leave the range of the second layer's arguments
    Network network = Samples.network(8, Activation.TANH, 1, 3, 3, 3, 3);
    List<Interval> box = Samples.box(1, -4, 4);
    BoundingPair pair = BoundingNetworks.of(network, box, 1);
    SplittableRandom random = new SplittableRandom(25);
    for (int k = 0; k < 50; k++) {
      assertBetween(pair, network, Samples.point(random, box));
    }
  }

  @Test
  void aBoxWithoutInteriorAndDeadNeuronsAreBounded() throws BoundingException {
    Network network =
        Network.chain(
            2,
            List.of(
                AffineLayer.of(new double[][] {{0, 0}, {1, -1}}, new double[] {0, 0}),
                ActivationLayer.uniform(2, Activation.TANH),
                AffineLayer.of(new double[][] {{1, 0}}, new double[1])));
    List<Interval> point = List.of(Interval.of(0.3), Interval.of(0.3));
    BoundingPair pair = BoundingNetworks.of(network, point, 10);
    assertBetween(pair, network, new double[] {0.3, 0.3});
    assertTrue(pair.distances(3).get(0).bound() < 1e-6);
  }

  @Test
  void whatIsNotDefinedIsRefusedByName() {
    Network network =
        Network.chain(
            2,
            List.of(
                ActivationLayer.uniform(2, Activation.RELU),
                new ActivationLayer(List.of(Activation.TANH, Activation.RECIPROCAL))));
    BoundingException e =
        assertThrows(
            BoundingException.class, () -> BoundingNetworks.of(network, Samples.box(2, -1, 1), 10));
    assertTrue(
        e.getMessage().startsWith("neuron 2 of activation layer 2: it is reciprocal of a number"),
        e::getMessage);
    assertTrue(e.getMessage().contains("take a smaller box"), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1025})
  void numbersOfSegmentsOutOfBoundsAreRefused(int segments) {
    Network network = Samples.network(1, Activation.TANH, 1, 2);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> BoundingNetworks.of(network, Samples.box(1, 0, 1), segments));
    assertEquals("a section is cut into 1 to 1024 segments, not into " + segments, e.getMessage());
  }

  @Test
  void boxesThatDoNotFitAreRefused() {
    Network network = Samples.network(1, Activation.TANH, 2, 2);
    for (List<Interval> box :
        List.of(
            List.<Interval>of(),
            Samples.box(1, 0, 1),
            Samples.box(3, 0, 1),
            Samples.box(2, 0, Double.POSITIVE_INFINITY),
            List.of(Interval.ONE, Interval.WHOLE))) {
      assertThrows(IllegalArgumentException.class, () -> BoundingNetworks.of(network, box, 10));
    }
  }

  @Test
  void preactivationsBeyondFloatsAreRefusedByName() {
    Network network = Samples.network(1, Activation.TANH, 1, 2);
    BoundingException e =
        assertThrows(
            BoundingException.class,
            () -> BoundingNetworks.of(network, Samples.box(1, -1e200, 1e200), 10));
    assertTrue(e.getMessage().startsWith("neuron 1 of activation layer 1: "), e::getMessage);
    assertTrue(e.getMessage().contains("take a smaller box"), e::getMessage);
  }

  @Test
  void networksThatWouldBeTooLargeAreRefused() {
    Network network = Samples.network(1, Activation.TANH, 1, 200, 200);
    BoundingException e =
        assertThrows(
            BoundingException.class,
            () -> BoundingNetworks.of(network, Samples.box(1, 0, 1), 1024));
    assertTrue(e.getMessage().contains("fewer segments"), e::getMessage);
  }

  @Test
  void aConvolutionIsWrittenOutUnlessItIsLarge() throws BoundingException {
    Network small = convolution(30);
    List<Interval> box = Collections.nCopies(30, Interval.of(-1, 1));
    BoundingPair pair = BoundingNetworks.of(small, box, 2);
    double[] x = new SplittableRandom(5).doubles(30, -1, 1).toArray();
    assertBetween(pair, small, x);
    Network large = convolution(3_000);
    String message =
        assertThrows(BoundingException.class, () -> FunctionNetwork.of(large)).getMessage();
    assertTrue(message.contains("has 9000000 weights if it is written out"), message);
  }

  private static Network convolution(int length) {
    WindowAxis axis = WindowAxis.moving(length, length, 3, 1, 1, 1);
    Convolution operator = new Convolution(1, 1, 1, 1, List.of(axis), new double[] {1, -2, 0.5});
    return Network.chain(
        length,
        List.of(
            new AffineLayer(operator, new double[length]),
            ActivationLayer.uniform(length, Activation.RELU)));
  }
}
