package surety.language.display;

import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.statement.Verdict;

/**
 * That the search found an event to happen for no input, beside bounds that may not show it: who
 * says it, so that it does not contradict them.
 */
public final class ImpossibleText {
  private ImpossibleText() {}

  /**
   * A sentence without a full stop.
   *
   * @param verdict of a property; empty of a query
   * @param upper certified bound of the event's probability
   */
  public static String of(Optional<Verdict> verdict, Bound upper) {
    if (upper.signum() == 0) {
      return "the event is impossible: no input makes it happen";
    }
    boolean isOpen = verdict.equals(Optional.of(Verdict.UNDECIDED));
    return "the search found, with Z3, that no input makes the event happen; the certificate does"
        + " not show that"
        + (isOpen ? ", so the property stays undecided" : "");
  }
}
