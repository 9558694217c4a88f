package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.cell.FormMoments;
import surety.certificates.cell.Problem;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.certificates.text.StatementException;

class MomentMethodTest {
  private static final String NORMAL = "inputs 1\nx[0] ~ normal(0, 1)\n";

  private static Problem problem(Network network, String law, Stop stop) {
    return problem(network, law, "E(1*y[0]) = ?", stop);
  }

  private static Problem problem(Network network, String law, String claim, Stop stop) {
    String start = "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 ";
    String text = start + Statements.NO_DIGEST + " outputs 1\n" + law + claim + "\n";
    try {
      Statement statement = Statement.parse(text);
      return Problem.of(statement, List.of(network), Trees.truncations(statement.law()), stop);
    } catch (StatementException | RejectedException e) {
      throw new AssertionError(e);
    }
  }

  /** Of layers with no weights at all, of so many outputs each. */
  private static Network network(int neurons, int... sizes) {
    List<Layer> layers = new ArrayList<>();
    int columns = 1;
    if (neurons > 0) {
      layers.add(AffineLayer.of(new double[neurons][1], new double[neurons]));
      layers.add(new ActivationLayer(Collections.nCopies(neurons, Activation.RELU)));
      columns = neurons;
    }
    for (int size : sizes) {
      layers.add(AffineLayer.of(new double[size][columns], new double[size]));
      columns = size;
    }
    return Network.chain(1, layers);
  }

  private static void requireSuitable(Problem problem) {
    assertDoesNotThrow(() -> MomentMethod.BEST_ON_AVERAGE.requireSuitable(problem));
  }

  private static void requireUnsuitable(Problem problem) {
    assertThrows(
        RejectedException.class, () -> MomentMethod.BEST_ON_AVERAGE.requireSuitable(problem));
  }

  @Test
  void threeThousandKinksAreNotTooMany() {
    requireSuitable(problem(network(3000, 1), NORMAL, Stop.NEVER));
    requireUnsuitable(problem(network(3001, 1), NORMAL, Stop.NEVER));
  }

  /** 1,024 kinks times the wires behind them and the form, and once each. */
  @Test
  void eightMillionFactorsAreNotTooMany() {
    requireSuitable(problem(network(1024, 1, 8188, 1), NORMAL, Stop.NEVER));
    requireUnsuitable(problem(network(1024, 1, 8189, 1), NORMAL, Stop.NEVER));
  }

  private static String mixture(int components) {
    return "inputs 1\nbranches 1 rest 0\nbranch coordinates 1 summands %d\nx[0] = 1*u[0]\n"
            .formatted(components)
        + "1/%d: normal(0, 1)\n".formatted(components).repeat(components);
  }

  /** Of 16 components, each with one number for all wires and the form, and 16 more. */
  @Test
  void eightMillionNumbersAreNotTooMany() {
    requireSuitable(problem(network(0, 30_837, 1), mixture(16), Stop.NEVER));
    requireUnsuitable(problem(network(0, 30_838, 1), mixture(16), Stop.NEVER));
  }

  /** What does not vary takes memory too. */
  @Test
  void numbersOfAFixedInputAreCounted() {
    String fixed = "inputs 1\nx[0] = 1/3\n";
    requireSuitable(problem(network(0, 524_285, 1), fixed, Stop.NEVER));
    requireUnsuitable(problem(network(0, 524_286, 1), fixed, Stop.NEVER));
  }

  /** Under each component each is compared with a form by itself. */
  @Test
  void manyThresholdsOfFewComponentsAreNotTooMany() {
    String cdf = "cdf(1*y[0]) at %d points";
    requireSuitable(problem(network(2, 1), mixture(16), cdf.formatted(4096), Stop.NEVER));
    requireUnsuitable(problem(network(2, 1), mixture(16), cdf.formatted(4097), Stop.NEVER));
    String two = "P(1*y[0] <= 0 | 1*y[0] <= 3) = ?";
    requireSuitable(problem(network(2, 1), mixture(20_000), two, Stop.NEVER));
    String four = "P((1*y[0] <= 0 and 1*y[0] > -1) | (1*y[0] <= 3 and 1*y[0] > -2)) = ?";
    requireUnsuitable(problem(network(2, 1), mixture(20_000), four, Stop.NEVER));
  }

  /** Once it is there, too. */
  @Test
  void itMayBeStopped() throws RejectedException {
    AtomicBoolean isWanted = new AtomicBoolean();
    Problem problem = problem(network(3, 1), NORMAL, isWanted::get);
    FormMoments moments = MomentMethod.TANGENT.of(problem);
    assertTrue(moments.first(0, 0).contains(0));
    isWanted.set(true);
    assertThrows(StoppedException.class, () -> moments.first(0, 0));
    assertThrows(StoppedException.class, () -> moments.excess(0, 0));
  }

  @Test
  void eachHasAName() {
    assertEquals("linearisation on average", MomentMethod.BEST_ON_AVERAGE.word());
    assertEquals("linearisation by tangents", MomentMethod.TANGENT.word());
  }
}
