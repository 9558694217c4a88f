package surety.certificates.rejection;

import surety.certificates.arithmetic.Interval;

/** What is wrong with a list of patterns and a bound of what is missing, or why there is none. */
public sealed interface SupportRejection extends Rejection {
  /** A law that is no mixture of normals. */
  record NotNormal() implements SupportRejection {
    @Override
    public String message() {
      return "patterns with a bound of what is missing need inputs that are fixed, normal, or mixtures"
          + " of normals, without conditions on them";
    }
  }

  /** A split at a neuron that there is not, has no kink, or is decided. */
  record NotOpen(int neuron) implements SupportRejection {
    @Override
    public String message() {
      return "there is no open neuron %d in this gate".formatted(neuron);
    }
  }

  /** A combination of what is no half-space here, or with a multiplier that is not positive. */
  record NoHalfSpace(int decision) implements SupportRejection {
    @Override
    public String message() {
      return "decision %d gives no half-space that a positive number multiplies"
          .formatted(decision);
    }
  }

  /** Bounds of a pattern's mass that are closer than what follows. */
  record NotProved(Interval claimed, Interval computed) implements SupportRejection {
    @Override
    public String message() {
      return "a pattern's bounds %s do not follow from its half-spaces, from which %s follow"
          .formatted(claimed, computed);
    }
  }

  /** Another number of patterns than was claimed. */
  record Patterns(long claimed, long found) implements SupportRejection {
    @Override
    public String message() {
      return "the number of patterns is not the one that the certificate claims (%d, not %d)"
          .formatted(found, claimed);
    }
  }

  /** More may be missing than is claimed. */
  record Missing(double claimed, double computed) implements SupportRejection {
    @Override
    public String message() {
      return "the missing probability is at most %s, and at most %s is claimed"
          .formatted(computed, claimed);
    }
  }

  /** No bound of a missing probability. */
  record NoBound(double number) implements SupportRejection {
    @Override
    public String message() {
      return "%s bounds no missing probability".formatted(number);
    }
  }
}
