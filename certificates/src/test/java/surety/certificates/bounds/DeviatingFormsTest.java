package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Statements;

class DeviatingFormsTest {
  /** Of max(2 x, 0) and its negative on [0, 1]. */
  @Test
  void boundsAreMovedApartAndArgumentsAreNot() {
    Network network =
        Network.chain(
            1,
            List.of(
                AffineLayer.of(new double[][] {{2}}, new double[1]),
                ActivationLayer.uniform(1, Activation.RELU)));
    CompiledNetwork compiled =
        CompiledNetworks.of(network, Statements.form("1"), Statements.form("-1"));
    double[][] centre = {{0.5}, {0.5}};
    BoxForms exact = BoxBounds.of(compiled, centre, new double[1]);
    BoxForms moved = new DeviatingForms(exact, new double[] {0.25, 0.5});
    assertEquals(exact.lower(0)[0] - 0.25, moved.lower(0)[0], 1e-15);
    assertEquals(exact.upper(1)[0] + 0.5, moved.upper(1)[0], 1e-15);
    assertEquals(exact.lower(0)[1], moved.lower(0)[1]);
    assertEquals(exact.greatest(0, 1, 1, 1) + 0.75, moved.greatest(0, 1, 1, 1), 1e-15);
    assertEquals(Interval.of(0, 2), moved.entering(1, 0));
  }
}
