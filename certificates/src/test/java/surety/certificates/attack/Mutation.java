package surety.certificates.attack;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A way to spoil a certificate. */
interface Mutation {
  /** One word for tables. */
  String name();

  /**
   * A mutant, or nothing where there is nothing to spoil in this way.
   *
   * @param others all targets, to take parts from
   */
  Optional<Mutant> apply(Target target, List<Target> others, SplittableRandom random);

  static <T> T any(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
