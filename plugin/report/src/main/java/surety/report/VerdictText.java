package surety.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Requirement;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.display.BoundsText;
import surety.language.display.Claims;
import surety.language.display.Decimals;
import surety.language.verification.Evidence;
import surety.language.verification.VerificationState;

/**
 * What became of a property or query, in sentences for whoever has to decide something and writes
 * no specifications.
 *
 * <p>A bound is rounded outward, and to no more digits than show on which side of the limit it is,
 * so that each sentence is true wherever the bounds are. Probabilities are percentages unless they
 * are small.
 */
public final class VerdictText {
  /** What is smaller is no percentage that anybody can read. */
  private static final BigDecimal SMALL = new BigDecimal("1e-4");

  /** One in more than that is no picture in anybody's mind. */
  private static final BigDecimal RARE = new BigDecimal("1e-12");

  private static final int DIGITS = 3;

  private final Outcome outcome;
  private final boolean isProbability;

  private VerdictText(Outcome outcome) {
    this.outcome = outcome;
    this.isProbability = Claims.isProbability(outcome.obligation().statement().claim());
  }

  /** The state in a word or two, for instance {@code holds} or {@code not decided}. */
  public static String label(VerificationState state) {
    return switch (state) {
      case PROVED -> "holds";
      case VIOLATED -> "violated";
      case UNDECIDED -> "not decided";
      case ANSWERED -> "answered";
      case FAILED -> "not checked";
      case UNVERIFIED, STALE, QUEUED, RUNNING -> state.name().toLowerCase(Locale.ROOT);
    };
  }

  /** What is to be said of a whole run first. */
  public static String headline(List<VerificationState> states) {
    int violated = Collections.frequency(states, VerificationState.VIOLATED);
    return switch (Words.overall(states)) {
      case PROVED -> "All requirements hold";
      case VIOLATED ->
          violated == 1 ? "One requirement is violated" : violated + " requirements are violated";
      case UNDECIDED -> "Not everything is decided";
      case FAILED -> "Something could not be checked";
      default -> states.isEmpty() ? "Nothing was asked" : "All queries are answered";
    };
  }

  /** How many there are of each, the worst first, for instance {@code 1 violated, 4 holds}. */
  public static String counts(List<VerificationState> states) {
    List<String> words = new ArrayList<>();
    for (VerificationState state : Words.WORST_FIRST) {
      int count = Collections.frequency(states, state);
      if (count > 0) {
        words.add(count + " " + (state == VerificationState.PROVED ? "proved" : label(state)));
      }
    }
    return words.isEmpty() ? "nothing was asked" : String.join(", ", words);
  }

  /** In one sentence. */
  public static String of(Outcome outcome) {
    String known = new VerdictText(outcome).known();
    return switch (outcome.state()) {
      case PROVED -> "The requirement holds: " + known + ".";
      case VIOLATED -> "The requirement is violated: " + known + ".";
      case UNDECIDED ->
          (isQuery(outcome)
                  ? "There is no answer: "
                  : "It is not known whether the requirement holds: ")
              + known
              + ".";
      case ANSWERED -> capitalised(known) + ".";
      default -> notChecked(known);
    };
  }

  /** The same beside a label: what is known, and what is wanted. */
  public static String brief(Outcome outcome) {
    return capitalised(new VerdictText(outcome).known()) + ".";
  }

  private static boolean isQuery(Outcome outcome) {
    return outcome.obligation().kind() == Kind.QUERY;
  }

  private String known() {
    return switch (outcome.state()) {
      case PROVED -> claim() + "; it has to be " + wanted();
      case VIOLATED -> claim() + ", but has to be " + wanted();
      case UNDECIDED -> undecided();
      case ANSWERED -> between();
      default -> outcome.fault().map(Fault::message).orElse("it was not begun");
    };
  }

  /** Of what has no statement. */
  public static String of(Unchecked unchecked) {
    return notChecked(unchecked.reason());
  }

  /** Of what could not be checked. */
  public static String notChecked(String reason) {
    return "It could not be checked: " + reason + ".";
  }

  /**
   * How far the bounds are from the nearest limit, rounded down; nothing where that says nothing.
   */
  public static Optional<String> distance(Outcome outcome) {
    return outcome
        .evidence()
        .filter(evidence -> outcome.isSingle())
        .flatMap(Evidence::gapToLimit)
        .map(gap -> Decimals.text(Decimals.floor(gap, DIGITS)));
  }

  private String undecided() {
    if (outcome.evidence().isEmpty()) {
      return stopped();
    }
    return isQuery(outcome) || !isKnown() ? unknown() : between() + ", and has to be " + wanted();
  }

  private static String stopped() {
    return "the run was stopped before anything could be certified";
  }

  private String unknown() {
    return "nothing is known of the " + name();
  }

  private boolean isKnown() {
    return lower().isPresent() || upper().isPresent();
  }

  /** What the bounds say, as far as it decides about the requirement. */
  private String claim() {
    Requirement required = required();
    if (required instanceof Limit limit) {
      boolean isBelow = limit.comparison().isBelow();
      boolean isUpper = isBelow == (outcome.state() == VerificationState.PROVED);
      return subject() + (isUpper ? atMost() : atLeast());
    }
    if (outcome.state() == VerificationState.PROVED) {
      return between();
    }
    boolean isTooLarge = outcome.lower().compareTo(required.limits().get(1)) > 0;
    return subject() + (isTooLarge ? atLeast() : atMost());
  }

  private Requirement required() {
    return outcome.obligation().statement().claim().requirement().orElseThrow();
  }

  /** What is wanted, for instance {@code below 1 %}. */
  private String wanted() {
    return wanted(required(), isProbability);
  }

  /** What a property requires, in words such as {@code below 1 %}; nothing of a query. */
  public static Optional<String> wanted(Obligation obligation) {
    boolean isProbability = Claims.isProbability(obligation.statement().claim());
    return obligation.statement().claim().requirement().map(r -> wanted(r, isProbability));
  }

  private static String wanted(Requirement required, boolean isProbability) {
    if (required instanceof Limit limit) {
      return words(limit.comparison()) + " " + exact(limit.limit(), isProbability);
    }
    List<Rational> ends = required.limits();
    return "between "
        + exact(ends.get(0), isProbability)
        + " and "
        + exact(ends.get(1), isProbability);
  }

  private static String words(Comparison comparison) {
    return switch (comparison) {
      case LESS -> "below";
      case LESS_OR_EQUAL -> "at most";
      case GREATER -> "above";
      case GREATER_OR_EQUAL -> "at least";
    };
  }

  /** For instance {@code the probability is between 1.2 % and 1.3 %}. */
  private String between() {
    if (outcome.isBand()) {
      int count = outcome.points().size();
      return "the distribution function is known at "
          + count
          + (count == 1 ? " point" : " points")
          + ", to within "
          + BoundsText.gap(outcome.gap(), DIGITS);
    }
    if (!outcome.isSingle()) {
      return "means, variances and covariances are known to within "
          + BoundsText.gap(outcome.gap(), DIGITS);
    }
    if (lower().isPresent() && upper().isPresent()) {
      if (lower().get().compareTo(upper().get()) == 0) {
        return subject() + amount(lower().get());
      }
      return subject() + "between " + amount(lower().get()) + " and " + amount(upper().get());
    }
    return subject() + (upper().isPresent() ? atMost() : atLeast());
  }

  private String subject() {
    return "the " + name() + " is ";
  }

  private String name() {
    return Words.quantity(outcome.obligation());
  }

  private String atMost() {
    BigDecimal most = upper().orElseThrow();
    if (isProbability && most.signum() == 0) {
      return amount(most);
    }
    return "at most " + amount(most) + oneIn(most);
  }

  private String atLeast() {
    BigDecimal least = lower().orElseThrow();
    boolean isCertain = isProbability && least.compareTo(BigDecimal.ONE) == 0;
    return (isCertain ? "" : "at least ") + amount(least);
  }

  private Optional<BigDecimal> lower() {
    return outcome.lower().isFinite()
        ? Optional.of(BoundsText.floor(outcome.lower(), sides(), DIGITS))
        : Optional.empty();
  }

  private Optional<BigDecimal> upper() {
    return outcome.upper().isFinite()
        ? Optional.of(BoundsText.ceiling(outcome.upper(), sides(), DIGITS))
        : Optional.empty();
  }

  /** What a bound must not be rounded across; less than certain is not certain. */
  private List<Rational> sides() {
    List<Rational> sides = new ArrayList<>(Words.limits(outcome.obligation()));
    if (isProbability) {
      sides.add(Rational.ZERO);
      sides.add(Rational.ONE);
    }
    return sides;
  }

  private String amount(BigDecimal value) {
    boolean isPercentage = isProbability && (value.signum() == 0 || value.compareTo(SMALL) >= 0);
    return isPercentage ? Decimals.text(value.movePointRight(2)) + " %" : Decimals.text(value);
  }

  /** Of a small probability that is not more; rounded so that it stays true. */
  private String oneIn(BigDecimal most) {
    boolean isSmall = most.signum() > 0 && most.compareTo(SMALL) < 0 && most.compareTo(RARE) > 0;
    return isProbability && isSmall
        ? String.format(
            Locale.ROOT,
            " (once in %,d)",
            BigDecimal.ONE.divide(most, 0, RoundingMode.FLOOR).longValueExact())
        : "";
  }

  /** A limit is exactly what it is in the specification. */
  private static String exact(Rational limit, boolean isProbability) {
    boolean isPercentage =
        isProbability && (limit.isZero() || Decimals.nearest(limit).abs().compareTo(SMALL) >= 0);
    if (isPercentage) {
      String percent = Decimals.exact(limit.times(Rational.of(100)));
      if (percent.indexOf('/') < 0) {
        return percent + " %";
      }
    }
    return Decimals.exact(limit);
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
