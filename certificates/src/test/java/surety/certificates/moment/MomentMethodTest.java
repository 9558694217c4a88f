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
import surety.certificates.statement.StatementException;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class MomentMethodTest {
  private static final String NORMAL = "inputs 1\nx[0] ~ normal(0, 1)\n";

  private static Problem problem(Network network, String law, Stop stop) {
    String start = "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 ";
    String text = start + Statements.NO_DIGEST + " outputs 1\n" + law + "E(1*y[0]) = ?\n";
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

  /** Of 1,024 components, each with one number for all wires and the form. */
  @Test
  void eightMillionNumbersAreNotTooMany() {
    String law =
        "inputs 1\nbranches 1 rest 0\nbranch coordinates 1 summands 1024\nx[0] = 1*u[0]\n"
            + "1/1024: normal(0, 1)\n".repeat(1024);
    requireSuitable(problem(network(0, 8189, 1), law, Stop.NEVER));
    requireUnsuitable(problem(network(0, 8190, 1), law, Stop.NEVER));
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
