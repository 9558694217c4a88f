package surety.certificates.statement;

import java.util.List;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Rational;

/** Thresholds given one by one, strictly ascending. */
public record ListedThresholds(List<Rational> values) implements Thresholds {
  /** Refuses no thresholds, too many, and thresholds that do not ascend. */
  public ListedThresholds {
    values = List.copyOf(values);
    if (values.isEmpty() || values.size() > MOST) {
      throw new IllegalArgumentException(
          "a cdf is computed at 1 to " + MOST + " points, not at " + values.size());
    }
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "thresholds must ascend, but " + values.get(i) + " follows " + values.get(i - 1));
      }
    }
  }

  @Override
  public int count() {
    return values.size();
  }

  @Override
  public String canonical() {
    return values.stream().map(Rational::toString).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public boolean admits(List<Rational> chosen) {
    return chosen.equals(values);
  }
}
