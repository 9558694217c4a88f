package surety.language.verification;

import java.time.Duration;
import java.util.Objects;
import surety.language.Obligation;
import surety.language.WantedGap;
import surety.solver.SearchOptions;

/**
 * What the user prefers where the specification says nothing.
 *
 * @param threads how many threads a search has
 * @param timeout the time limit of one property or query
 * @param gap the wanted distance between the bounds
 * @param trigger when documents are verified
 */
public record VerificationSettings(int threads, Duration timeout, double gap, Trigger trigger) {
  /** Of the parts of the inputs that hold most of an event's probability so many are shown. */
  private static final int HEAVIEST = 200;

  /** Refuses what no search could keep. */
  public VerificationSettings {
    Objects.requireNonNull(trigger);
    if (!(gap >= 0 && gap <= 1)) { // it is for probabilities, too
      throw new IllegalArgumentException("a gap is between 0 and 1, not " + gap);
    }
    checked(threads, timeout, gap);
  }

  /** With searches on command only. */
  public VerificationSettings(int threads, Duration timeout, double gap) {
    this(threads, timeout, gap, Trigger.ON_COMMAND);
  }

  /** One thread less than there are cores, so that typing stays quick; else as the search's own. */
  public static VerificationSettings defaults() {
    SearchOptions options = SearchOptions.defaults();
    return new VerificationSettings(
        Math.max(1, options.threads() - 1), options.timeout(), options.gap());
  }

  /** How far the search for one obligation goes; of two numbers of threads the smaller counts. */
  Budget budget(Obligation obligation) {
    int fewest = Math.min(threads, obligation.threads().orElse(threads));
    return Budget.of(
        obligation.within().orElseGet(() -> WantedGap.of(gap)),
        checked(fewest, obligation.timeout().orElse(timeout), gap));
  }

  private static SearchOptions checked(int threads, Duration timeout, double gap) {
    return SearchOptions.defaults()
        .withThreads(threads)
        .withTimeout(timeout)
        .withGap(gap)
        .withGlimpses(true)
        .withHeaviest(HEAVIEST);
  }
}
