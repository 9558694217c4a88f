package surety.examples;

import java.util.List;
import surety.certificates.network.Network;
import surety.language.Obligation;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;

/** Runs the checker on what a specification asks for, with the options that it gives. */
final class Runs {
  private Runs() {}

  /** The checker's answer, in silence and without cancelling. */
  static Result check(Obligation obligation) {
    SearchOptions options = options(obligation);
    List<Network> networks = obligation.networkFiles().stream().map(ExampleFiles::network).toList();
    return Checker.check(obligation.statement(), networks, options, progress -> {}, () -> false);
  }

  /** Those that the specification gives, else the usual ones. */
  static SearchOptions options(Obligation obligation) {
    SearchOptions options = SearchOptions.defaults();
    if (obligation.within().isPresent()) {
      options = options.withGap(obligation.within().get().toDouble());
    }
    if (obligation.timeout().isPresent()) {
      options = options.withTimeout(obligation.timeout().get());
    }
    return options;
  }
}
