package surety.certificates.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;

/**
 * The joint cdf of affine forms, {@code P(form_1 <= t_1 and ... and form_k <= t_k)}, at each point
 * of a grid of thresholds; perhaps given an event. Of one form it is that form's cdf.
 *
 * @param forms one, two or three
 * @param thresholds for each form its own; the grid has all combinations of them
 */
public record BandClaim(List<AffineForm> forms, Optional<Event> given, List<Thresholds> thresholds)
    implements Claim {
  public static final int MOST_FORMS = 3;

  /** The largest number of points of a grid; bounds the memory of a replay. */
  public static final int MOST_POINTS = 20_000;

  /** Refuses missing parts, too many forms and too many points. */
  public BandClaim {
    forms = List.copyOf(forms);
    Objects.requireNonNull(given);
    thresholds = List.copyOf(thresholds);
    if (forms.isEmpty() || forms.size() > MOST_FORMS) {
      throw new IllegalArgumentException(
          "a cdf is one of 1 to " + MOST_FORMS + " forms, not of " + forms.size());
    }
    if (thresholds.size() != forms.size()) {
      throw new IllegalArgumentException(
          "a cdf of " + forms.size() + " forms has as many thresholds, not " + thresholds.size());
    }
    long points = thresholds.stream().mapToLong(Thresholds::count).reduce(1, Math::multiplyExact);
    if (points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "a cdf is computed at 1 to " + MOST_POINTS + " points, not at " + points);
    }
  }

  /** Of one form. */
  public BandClaim(AffineForm form, Optional<Event> given, Thresholds thresholds) {
    this(List.of(form), given, List.of(thresholds));
  }

  /** Of one form, without a condition. */
  public BandClaim(AffineForm form, Thresholds thresholds) {
    this(form, Optional.empty(), thresholds);
  }

  /** Whether of some thresholds only the number is claimed, so that a certificate names them. */
  public boolean leavesThresholdsOpen() {
    return thresholds.stream().anyMatch(EvenThresholds.class::isInstance);
  }

  /** How many thresholds all forms together have. */
  public int numbers() {
    return thresholds.stream().mapToInt(Thresholds::count).sum();
  }

  /**
   * The thresholds of each form.
   *
   * @param numbers those of the first form, then those of the next ones: {@link #numbers} of them
   */
  public <T> List<List<T>> byForm(List<T> numbers) {
    List<List<T>> all = new ArrayList<>();
    int from = 0;
    for (Thresholds one : thresholds) {
      all.add(numbers.subList(from, from + one.count()));
      from += one.count();
    }
    return all;
  }

  /**
   * The points of the grid, one threshold for each form, the last form's changing first.
   *
   * @param numbers as in {@link #byForm}
   */
  public List<List<Rational>> points(List<Rational> numbers) {
    return grid(byForm(numbers));
  }

  /** All combinations of one element of each list, the last list's changing first. */
  public static <T> List<List<T>> grid(List<List<T>> axes) {
    List<List<T>> points = List.of(List.of());
    for (List<T> axis : axes) {
      List<List<T>> longer = new ArrayList<>();
      for (List<T> point : points) {
        for (T next : axis) {
          List<T> extended = new ArrayList<>(point);
          extended.add(next);
          longer.add(extended);
        }
      }
      points = longer;
    }
    return points;
  }

  /** The event of a point: that each form is at most its threshold. */
  public Event at(List<Rational> point) {
    List<Event> atoms = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      atoms.add(new Atom(forms.get(i), Comparison.LESS_OR_EQUAL, point.get(i)));
    }
    return atoms.size() == 1 ? atoms.get(0) : new Conjunction(atoms);
  }

  @Override
  public Optional<Requirement> requirement() {
    return Optional.empty();
  }

  @Override
  public int count() {
    return thresholds.stream().mapToInt(Thresholds::count).reduce(1, Math::multiplyExact);
  }

  @Override
  public List<Event> events() {
    return given.stream().toList();
  }

  @Override
  public String canonical() {
    String of = forms.stream().map(AffineForm::canonical).collect(Collectors.joining(", "));
    String condition = given.map(event -> " | " + event.canonical()).orElse("");
    String at = thresholds.stream().map(Thresholds::canonical).collect(Collectors.joining(" x "));
    return "cdf(" + of + condition + ") at " + at;
  }
}
