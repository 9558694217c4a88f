package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.FormMoments;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.proof.ProofMethods;
import surety.certificates.proof.Trees;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;

/** What is bounded without a tree, against samples of many networks. */
class MomentSoundnessTest {
  private static Interval probability(
      MomentMethod method, Network network, String[] inputs, Rational t) {
    Statement statement =
        Statements.query(
            Statements.inputs(inputs), Statements.form("1"), Comparison.LESS_OR_EQUAL, t);
    byte[] proof = new ProofMethods(Set.of(method), false).code();
    Enclosure bounds = Trees.bounds(Trees.problem(statement, network), proof);
    return new Interval(bounds.lower().doubleFloor(), bounds.upper().doubleCeiling());
  }

  /** A thousand networks of all graphs, up to three layers, with one to six inputs. */
  @Test
  void samplesOfRandomNetworksAgree() {
    SplittableRandom random = new SplittableRandom(31);
    double tight = 0;
    for (int i = 0; i < 1000; i++) {
      String[] inputs = new String[random.nextInt(1, 7)];
      double[] means = new double[inputs.length];
      double[] deviations = new double[inputs.length];
      for (int k = 0; k < inputs.length; k++) {
        int mean = random.nextInt(-8, 9);
        int deviation = random.nextInt(1, 9);
        means[k] = mean / 8.0;
        deviations[k] = deviation / 16.0;
        inputs[k] = "normal(" + Rational.of(mean, 8) + ", " + Rational.of(deviation, 16) + ")";
      }
      List<Activation> kinds =
          i % 2 == 0
              ? List.of()
              : i % 20 == 1 ? SurrogateNetworkTest.SMOOTH : SurrogateNetworkTest.BENT;
      Network network = RandomNetworks.of(random, inputs.length, 1, kinds);
      Problem problem = SurrogateNetworkTest.problem(network, inputs);
      double[] samples =
          samples(network, inputs.length, k -> means[k] + deviations[k] * random.nextGaussian());
      for (MomentMethod method : MomentMethod.values()) {
        Interval below = probability(method, network, inputs, Rational.of(1, 4));
        String what = i + " " + method + network.gates();
        requireSamples(SurrogateNetworkTest.moments(method, problem), below, samples, what);
        tight += below.width() < 0.9 ? 1 : 0;
      }
    }
    double share = tight / 2000;
    assertTrue(share > 0.3, () -> "hardly anything is proved: " + share);
  }

  /** Inputs that are uniform, or of other bounded distributions, some next to normal ones. */
  @Test
  void samplesOfBoundedInputsAgree() {
    SplittableRandom random = new SplittableRandom(34);
    double tight = 0;
    for (int i = 0; i < 300; i++) {
      String[] inputs = new String[random.nextInt(1, 7)];
      double[] ends = new double[2 * inputs.length];
      for (int k = 0; k < inputs.length; k++) {
        int from = random.nextInt(-16, 16);
        int to = from + random.nextInt(1, 9);
        ends[2 * k] = from / 16.0;
        ends[2 * k + 1] = to / 16.0;
        inputs[k] = "uniform(" + Rational.of(from, 16) + ", " + Rational.of(to, 16) + ")";
      }
      List<Activation> kinds = i % 2 == 0 ? List.of() : SurrogateNetworkTest.BENT;
      Network network = RandomNetworks.of(random, inputs.length, 1, kinds);
      Problem problem = SurrogateNetworkTest.problem(network, inputs);
      double[] samples =
          samples(network, inputs.length, k -> random.nextDouble(ends[2 * k], ends[2 * k + 1]));
      for (MomentMethod method : MomentMethod.values()) {
        Interval below = probability(method, network, inputs, Rational.of(1, 4));
        String what = i + " " + method + network.gates();
        requireSamples(SurrogateNetworkTest.moments(method, problem), below, samples, what);
        tight += below.width() < 0.9 ? 1 : 0;
      }
    }
    double share = tight / 600;
    assertTrue(share > 0.1, () -> "hardly anything is proved: " + share);
  }

  private static double[] samples(Network network, int inputs, IntToDoubleFunction draw) {
    double[] samples = new double[2000];
    for (int s = 0; s < samples.length; s++) {
      samples[s] = network.evaluate(IntStream.range(0, inputs).mapToDouble(draw).toArray())[0];
    }
    return samples;
  }

  private static void requireSamples(
      FormMoments moments, Interval below, double[] samples, String what) {
    double t = 0.25;
    double[] sums = new double[4];
    double[] squares = new double[4];
    for (double y : samples) {
      double[] values = {y - t, (y - t) * (y - t), y <= t ? 1 : 0, Math.max(0, y - t)};
      for (int k = 0; k < 4; k++) {
        sums[k] += values[k] / samples.length;
        squares[k] += values[k] * values[k] / samples.length;
      }
    }
    Interval[] found = {
      moments.first(0, t), moments.second(0, t, 0, t), below, moments.excess(0, t)
    };
    for (int k = 0; k < 4; k++) {
      double variance = Math.max(0, squares[k] - sums[k] * sums[k]);
      double error = 5 * Math.sqrt((variance + 2.0 / samples.length) / samples.length) + 1e-9;
      if (k == 2) { // atoms: samples in doubles may lie on either side
        error += Math.abs(share(samples, t + 1e-9) - share(samples, t - 1e-9));
      }
      assertTrue(
          found[k].lower() - error <= sums[k] && sums[k] <= found[k].upper() + error,
          what + " " + k + ": " + sums[k] + " is not in " + found[k]);
    }
  }

  private static double share(double[] samples, double t) {
    double count = 0;
    for (double y : samples) {
      count += y <= t ? 1 : 0;
    }
    return count / samples.length;
  }
}
