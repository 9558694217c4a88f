package surety.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What the process tells its caller, for instance a gate in continuous integration. */
public enum ExitStatus {
  /** Every property is proved, also by a replayed certificate; every file formatted. */
  OK(0),
  /** Our own fault. */
  INTERNAL_ERROR(1),
  /** The arguments make no sense, or name a place that cannot be written to. */
  USAGE(2),
  /** The specification or the network is wrong or missing, or is not formatted as it should be. */
  BAD_INPUT(3),
  /** The certificate does not prove what the specification asks, or cannot be read. */
  INVALID(4),
  /** The certificate stops before its proof does. */
  INCOMPLETE(5),
  /** Two runs differ in something that was to fail. */
  DIFFERENT(20),
  /**
   * Some property is neither proved nor violated by the bounds, or a query has none, and no
   * property is violated.
   */
  UNDECIDED(30),
  /** Some property is violated. */
  VIOLATED(40);

  private static final List<ExitStatus> GRAVEST_FIRST =
      List.of(
          INTERNAL_ERROR, BAD_INPUT, INVALID, INCOMPLETE, VIOLATED, UNDECIDED, DIFFERENT, USAGE);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /**
   * Of several the one that matters most: a fault of ours, then a bad specification or network,
   * then a certificate that is not valid, then a violated property, then an undecided one, then a
   * difference that fails, then a place that cannot be written to.
   */
  static ExitStatus gravest(Collection<ExitStatus> all) {
    return GRAVEST_FIRST.stream().filter(all::contains).findFirst().orElse(OK);
  }

  /** The one with this number. */
  static ExitStatus of(int code) {
    return Arrays.stream(values()).filter(status -> status.code == code).findFirst().orElseThrow();
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
