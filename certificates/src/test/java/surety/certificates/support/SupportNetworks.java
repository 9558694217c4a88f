package surety.certificates.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Normal;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.region.LinearPiece;
import surety.certificates.region.Region;
import surety.certificates.statement.Law;

/** Seeded networks and mixtures of normals, and their samples. */
final class SupportNetworks {
  private static final List<Activation> KINDS =
      List.of(
          Activation.RELU,
          Activation.RELU,
          Activation.ABS,
          Activation.IDENTITY,
          PiecewiseLinear.leakyRelu(0.125),
          PiecewiseLinear.leakyRelu(-0.5),
          PiecewiseLinear.clip(-0.5, 0.25),
          PiecewiseLinear.clip(0, 1));

  private SupportNetworks() {}

  /** One of ReLUs. */
  static Network relu(double[][] weights, double... biases) {
    List<Layer> layers = new ArrayList<>();
    layers.add(AffineLayer.of(weights, biases));
    layers.add(layer(biases.length, Activation.RELU));
    return Network.chain(weights[0].length, layers);
  }

  static ActivationLayer layer(int size, Activation activation) {
    return new ActivationLayer(Collections.nCopies(size, activation));
  }

  /** With dead neurons, and such whose argument is constant and at a kink. */
  static Network any(Random random, int inputs) {
    List<Layer> layers = new ArrayList<>();
    int size = inputs;
    for (int k = 1 + random.nextInt(3); k > 0; k--) {
      int next = 1 + random.nextInt(4);
      double[][] weights = new double[next][size];
      double[] biases = new double[next];
      List<Activation> activations = new ArrayList<>();
      for (int i = 0; i < next; i++) {
        boolean isDead = random.nextInt(8) == 0;
        for (int j = 0; j < size; j++) {
          weights[i][j] = isDead ? 0 : random.nextGaussian();
        }
        biases[i] = isDead ? random.nextInt(-1, 2) * 0.25 : random.nextGaussian();
        activations.add(KINDS.get(random.nextInt(KINDS.size())));
      }
      layers.add(AffineLayer.of(weights, biases));
      layers.add(new ActivationLayer(activations));
      size = next;
    }
    layers.add(AffineLayer.of(new double[][] {new double[size]}, new double[] {0}));
    return Network.chain(inputs, layers);
  }

  /**
   * Up to three branches of up to two unequal summands; some are singular, some have no coordinate.
   */
  static Law mixture(Random random, int inputs) {
    List<Law.Branch> branches = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int b = 0; b < count; b++) {
      int dimension = random.nextInt(6) == 0 ? random.nextInt(inputs) : inputs;
      int summands = 1 + random.nextInt(2);
      List<Law.InputMap> maps = new ArrayList<>();
      for (int k = 0; k < inputs; k++) {
        maps.add(map(random, dimension));
      }
      List<Law.Summand> density = new ArrayList<>();
      for (int s = 1; s <= summands; s++) {
        Rational weight = Rational.of(s, (long) count * summands * (summands + 1) / 2);
        List<Distribution> coordinates = new ArrayList<>();
        for (int q = 0; q < dimension; q++) {
          coordinates.add(new Normal(fraction(random), Rational.of(1 + random.nextInt(20), 10)));
        }
        density.add(new Law.Summand(weight, coordinates));
      }
      branches.add(new Law.Branch(maps, density));
    }
    return new Law(inputs, branches, Rational.ZERO);
  }

  private static Law.InputMap map(Random random, int dimension) {
    List<Law.Term> terms = new ArrayList<>();
    for (int q = 0; q < dimension; q++) {
      Rational coefficient = fraction(random);
      if (!coefficient.isZero()) {
        terms.add(new Law.Term(q, coefficient));
      }
    }
    return new Law.InputMap(terms, fraction(random));
  }

  private static Rational fraction(Random random) {
    return Rational.of(random.nextInt(-10, 11), 7);
  }

  /** Which component inputs are drawn from, and which pattern they have. */
  record Sample(int component, String pattern) {}

  static Sample sample(
      Random random, Law law, Network network, List<List<List<LinearPiece>>> pieces) {
    double at = random.nextDouble();
    int component = 0;
    for (Law.Branch branch : law.branches()) {
      for (Law.Summand summand : branch.summands()) {
        at -= summand.weight().doubleFloor();
        if (at < 0) {
          return new Sample(component, pattern(network, pieces, inputs(random, branch, summand)));
        }
        component++;
      }
    }
    return sample(random, law, network, pieces); // the weights' rounding errors
  }

  private static double[] inputs(Random random, Law.Branch branch, Law.Summand summand) {
    double[] u = new double[branch.dimension()];
    for (int q = 0; q < u.length; q++) {
      Normal normal = (Normal) summand.coordinates().get(q);
      u[q] = normal.mean().doubleFloor() + normal.deviation().doubleFloor() * random.nextGaussian();
    }
    double[] x = new double[branch.inputs().size()];
    for (int k = 0; k < x.length; k++) {
      x[k] = branch.inputs().get(k).constant().doubleFloor();
      for (Law.Term term : branch.inputs().get(k).terms()) {
        x[k] += term.coefficient().doubleFloor() * u[term.coordinate()];
      }
    }
    return x;
  }

  static String pattern(Network network, List<List<List<LinearPiece>>> pieces, double... inputs) {
    double[] wires = network.evaluateWires(inputs);
    List<Byte> pattern = new ArrayList<>();
    for (int g = 0; g < pieces.size(); g++) {
      for (int i = 0; i < pieces.get(g).size(); i++) {
        List<LinearPiece> ofNeuron = pieces.get(g).get(i);
        double argument = wires[((Gate.Activations) network.gates().get(g)).wires().at(i)];
        byte piece = 0;
        while (piece < ofNeuron.size() - 1 && ofNeuron.get(piece).end().doubleFloor() <= argument) {
          piece++;
        }
        if (ofNeuron.size() > 1) {
          pattern.add(piece);
        }
      }
    }
    byte[] bytes = new byte[pattern.size()];
    for (int k = 0; k < bytes.length; k++) {
      bytes[k] = pattern.get(k);
    }
    return Region.text(bytes);
  }
}
