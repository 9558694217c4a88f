package surety.language;

import java.util.Optional;
import surety.certificates.statement.MomentsClaim;

/** The moments of all outputs under a distribution, as if a query asked for them. */
public final class MomentsQuestion {
  private MomentsQuestion() {}

  /** Nothing if they cannot be asked for: there are too many, or there is a condition. */
  public static Optional<Obligation> about(Specification specification, String distribution) {
    String name = AddedQuery.unused(specification, "moments_of_" + distribution);
    return AddedQuery.read(specification, name, "moments() under " + distribution)
        .filter(asked -> asked.statement().claim() instanceof MomentsClaim);
  }
}
