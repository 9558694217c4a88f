package surety.solver;

import java.util.Arrays;
import java.util.List;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;

/** How far what a claim is about is from the same over the reals, when networks are computed. */
public final class Deviations {
  private Deviations() {}

  /**
   * The largest proven deviation of any form of the claim, where the inputs are in the boxes of
   * which bounds say something; infinite if something may overflow there, over the reals 0.
   *
   * @throws IllegalArgumentException if statement and networks do not fit together
   */
  public static double largest(Statement statement, List<Network> networks) {
    if (statement.semantics().isReal()) {
      return 0;
    }
    List<Truncation> truncations =
        statement.law().branches().stream()
            .flatMap(branch -> Domain.of(branch).truncations().stream())
            .toList();
    try {
      return Problem.of(statement, networks, truncations, Stop.NEVER).branches().stream()
          .flatMapToDouble(branch -> Arrays.stream(branch.deviations()))
          .max()
          .orElse(0);
    } catch (RejectedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
