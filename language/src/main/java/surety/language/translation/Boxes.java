package surety.language.translation;

import java.util.Optional;
import java.util.function.Consumer;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Interval;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.DistributionTerm;
import surety.language.sure.SurePackage;

/** The intervals behind {@code on}. */
public final class Boxes {
  private Boxes() {}

  /** Whether an end is written as one that lies in infinity. */
  public static boolean isInfinite(String end) {
    return end != null && end.endsWith("inf");
  }

  /** An interval of a term; nothing, with a problem, if it is empty or no interval. */
  static Optional<Interval> interval(
      DistributionTerm term, surety.language.sure.Interval written, Consumer<Problem> problems) {
    Optional<Rational> lower = Numbers.parse(written.getLower());
    Optional<Rational> upper = Numbers.parse(written.getUpper());
    boolean isBelow = isInfinite(written.getLower());
    boolean isAbove = isInfinite(written.getUpper());
    if ((lower.isEmpty() && !isBelow) || (upper.isEmpty() && !isAbove)) {
      return Optional.empty();
    }
    Optional<String> wrong = Optional.empty();
    if (isBelow && !written.getLower().startsWith("-")) {
      wrong = Optional.of("begins at inf; write -inf for an interval without a lower end");
    } else if (isAbove && written.getUpper().startsWith("-")) {
      wrong = Optional.of("ends at -inf; write inf for an interval without an upper end");
    } else if (isBelow && isAbove && term.getOthers().isEmpty()) {
      wrong = Optional.of("has no ends and cuts nothing off; leave it out");
    }
    if (wrong.isPresent()) {
      report("the interval " + Text.of(written) + " " + wrong.get(), term, problems);
      return Optional.empty();
    }
    if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) >= 0) {
      report(
          DistributionReader.emptyInterval(Text.of(written), lower.get(), upper.get()),
          term,
          problems);
      return Optional.empty();
    }
    return Optional.of(new Interval(lower, upper));
  }

  private static void report(String message, DistributionTerm term, Consumer<Problem> problems) {
    problems.accept(
        new Problem(
            IssueCodes.INTERVAL_EMPTY,
            message,
            term,
            SurePackage.Literals.DISTRIBUTION_TERM__INTERVAL));
  }
}
