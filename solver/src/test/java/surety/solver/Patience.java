package surety.solver;

import java.time.Duration;
import surety.solver.witness.WitnessLimits;

/** Limits of which none is a time that a busy machine could come near to. */
final class Patience {
  static final WitnessLimits LONG = of(WitnessLimits.defaults());

  private Patience() {}

  private static WitnessLimits of(WitnessLimits limits) {
    Duration time = Duration.ofDays(1);
    return new WitnessLimits(time, time, limits.resources(), limits.parts(), limits.weights());
  }
}
