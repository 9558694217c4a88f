package surety.language.verification;

import java.util.Objects;
import surety.language.WantedGap;
import surety.solver.SearchOptions;

/**
 * How far the search for one property or query goes.
 *
 * @param wantedGap the gap at which it may end, as it was written
 * @param options the same gap as the search takes it, and all its other limits
 */
public record Budget(WantedGap wantedGap, SearchOptions options) {
  /** Refuses missing parts. */
  public Budget {
    Objects.requireNonNull(wantedGap);
    Objects.requireNonNull(options);
  }

  /** With this gap in place of the one of the options. */
  public static Budget of(WantedGap wantedGap, SearchOptions options) {
    return new Budget(wantedGap, options.withGap(wantedGap.toDouble()));
  }
}
