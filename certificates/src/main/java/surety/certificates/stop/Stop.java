package surety.certificates.stop;

/**
 * Whether somebody wants no more of what is being computed: a cancel, or the end of the time. It is
 * asked often, from any thread, and once it has said yes it goes on saying so.
 */
@FunctionalInterface
public interface Stop {
  /** Nobody ever stops it. */
  Stop NEVER = () -> false;

  /** Whether to stop. */
  boolean isWanted();

  /**
   * Ends what is being computed if somebody wants that. Nothing that was begun then has a result.
   *
   * @throws StoppedException if so
   */
  default void check() {
    if (isWanted()) {
      throw new StoppedException();
    }
  }
}
