package surety.certificates.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The means, the variances and the covariances of affine forms, all of them: of k forms {@code k +
 * k (k + 1) / 2} numbers.
 *
 * @param forms 1 to {@link #MOST_FORMS}
 */
public record MomentsClaim(List<AffineForm> forms) implements Claim {
  /** Bounds the memory of a replay. */
  public static final int MOST_FORMS = 128;

  /** Refuses no forms, and too many. */
  public MomentsClaim {
    forms = List.copyOf(forms);
    if (forms.isEmpty() || forms.size() > MOST_FORMS) {
      throw new IllegalArgumentException(
          "moments are those of 1 to " + MOST_FORMS + " forms, not of " + forms.size());
    }
  }

  /**
   * What the claim's bounds are bounds of, in their order: the means, then of the first form the
   * variance and its covariances with those after it, and so on.
   */
  public List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>();
    forms.forEach(form -> all.add(new Quantity.Mean(form, Optional.empty())));
    for (int i = 0; i < forms.size(); i++) {
      all.add(new Quantity.Dispersion(Quantity.Spread.VARIANCE, forms.get(i)));
      for (int j = i + 1; j < forms.size(); j++) {
        all.add(
            new Quantity.Association(Quantity.Dependence.COVARIANCE, forms.get(i), forms.get(j)));
      }
    }
    return all;
  }

  @Override
  public Optional<Requirement> requirement() {
    return Optional.empty();
  }

  @Override
  public int count() {
    return forms.size() + forms.size() * (forms.size() + 1) / 2;
  }

  @Override
  public List<Event> events() {
    return List.of();
  }

  @Override
  public String canonical() {
    return forms.stream()
        .map(AffineForm::canonical)
        .collect(Collectors.joining(", ", "moments(", ")"));
  }
}
