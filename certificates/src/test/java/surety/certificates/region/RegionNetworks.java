package surety.certificates.region;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** Networks, and problems about them, for tests. */
final class RegionNetworks {
  static final AxisPlan PLAN = new AxisPlan(6, List.of());

  private RegionNetworks() {}

  static RegionProblem problem(Network network, String... inputs) throws RejectedException {
    return problem(network, Statements.inputs(inputs));
  }

  static RegionProblem problem(Network network, List<Input> inputs) throws RejectedException {
    return problem(network, Law.independent(inputs).branches().get(0), PLAN);
  }

  private static RegionProblem problem(Network network, Law.Branch branch, AxisPlan plan)
      throws RejectedException {
    return RegionProblem.of(
        branch,
        network,
        Collections.nCopies(branch.dimension(), new Truncation(-8, 8)),
        Collections.nCopies(branch.dimension(), plan),
        Stop.NEVER);
  }

  /** The patterns of all regions under a law, of which the statement's lines are given. */
  static Map<String, Interval> patterns(Network network, String lines, AxisPlan plan)
      throws RejectedException, IOException {
    PatternProbabilities probabilities = new PatternProbabilities(law(lines));
    for (Law.Branch branch : law(lines).branches()) {
      RegionProblem problem = problem(network, branch, plan);
      byte[] tree = NaiveTree.bytes(NaiveTree.of(problem));
      List<Region> regions = new ArrayList<>();
      RegionTree.walk(problem, new ByteArrayInputStream(tree), regions::add);
      probabilities.add(regions, problem.tails());
    }
    return probabilities.entries().stream()
        .collect(
            Collectors.toMap(
                PatternProbabilities.Entry::pattern, PatternProbabilities.Entry::probability));
  }

  /** All regions in a branch. */
  static List<Region> regions(Network network, Law.Branch branch)
      throws RejectedException, IOException {
    RegionProblem problem = problem(network, branch, PLAN);
    byte[] tree = NaiveTree.bytes(NaiveTree.of(problem));
    List<Region> regions = new ArrayList<>();
    RegionTree.walk(problem, new ByteArrayInputStream(tree), regions::add);
    return regions;
  }

  /** A law, of which the statement's lines are given. */
  static Law law(String lines) {
    String text = "surety regions 1\nsemantics real\nnetwork sha256 " + "0".repeat(64) + "\n";
    try {
      return RegionStatement.parse(text + lines).law();
    } catch (StatementException e) {
      throw new AssertionError(e);
    }
  }

  /** One hidden layer of that activation, and the sum of its neurons as output. */
  static Network layer(Activation activation, double[][] weights, double... biases) {
    double[][] sum = new double[1][weights.length];
    Arrays.fill(sum[0], 1);
    return Network.chain(
        weights[0].length,
        List.of(
            AffineLayer.of(weights, biases),
            ActivationLayer.uniform(weights.length, activation),
            AffineLayer.of(sum, new double[1])));
  }

  /** A random network, with leaky relus in place of some relus. */
  static Network random(SplittableRandom random, int inputs, int outputs) {
    Network network = RandomNetworks.of(random, inputs, outputs);
    if (random.nextBoolean()) {
      return network;
    }
    List<Gate> gates = new ArrayList<>();
    for (Gate gate : network.gates()) {
      gates.add(
          gate instanceof Gate.Activations a
              ? new Gate.Activations(leaky(a.layer()), a.wires())
              : gate);
    }
    return new Network(inputs, gates, network.output());
  }

  private static ActivationLayer leaky(ActivationLayer layer) {
    return new ActivationLayer(
        layer.activations().stream()
            .map(a -> a == Activation.RELU ? PiecewiseLinear.leakyRelu(-0.25) : a)
            .toList());
  }
}
