package surety.language.verification;

import java.util.List;
import java.util.function.BooleanSupplier;
import surety.certificates.network.Network;
import surety.certificates.statement.Statement;
import surety.solver.ProgressListener;
import surety.solver.Result;
import surety.solver.SearchOptions;

/** What callers need of the solver; {@link surety.solver.Checker#check} is the one there is. */
@FunctionalInterface
public interface Search {
  /** Searches for a proof, and gives back what the kernel made of it. */
  Result run(
      Statement statement,
      List<Network> networks,
      SearchOptions options,
      ProgressListener listener,
      BooleanSupplier cancelled);
}
