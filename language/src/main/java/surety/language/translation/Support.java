package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Beta;
import surety.certificates.density.Distribution;
import surety.certificates.density.Exponential;
import surety.certificates.density.Gamma;
import surety.certificates.density.Histogram;
import surety.certificates.density.Triangular;
import surety.certificates.density.Truncated;
import surety.certificates.density.Uniform;

/** Where a distribution can have its values: intervals, in ascending order. */
record Support(List<Piece> pieces) {
  /** An interval; without an end it is unbounded there. */
  record Piece(Optional<Rational> lower, Optional<Rational> upper) {
    /** Whether it shares more than a point with an interval. */
    boolean meets(Rational from, Rational to) {
      return lower.map(l -> l.compareTo(to) < 0).orElse(true)
          && upper.map(u -> u.compareTo(from) > 0).orElse(true);
    }
  }

  private static final Rational ZERO = Rational.of(0);

  static Support of(Distribution distribution) {
    if (distribution instanceof Uniform uniform) {
      return between(uniform.lower(), uniform.upper());
    }
    if (distribution instanceof Triangular triangular) {
      return between(triangular.lower(), triangular.upper());
    }
    if (distribution instanceof Beta) {
      return between(ZERO, Rational.of(1));
    }
    if (distribution instanceof Exponential || distribution instanceof Gamma) {
      return new Support(List.of(new Piece(Optional.of(ZERO), Optional.empty())));
    }
    if (distribution instanceof Histogram histogram) {
      return of(histogram);
    }
    if (distribution instanceof Truncated truncated) {
      return between(truncated.lower(), truncated.upper());
    }
    return new Support(List.of(new Piece(Optional.empty(), Optional.empty())));
  }

  private static Support between(Rational lower, Rational upper) {
    return new Support(List.of(new Piece(Optional.of(lower), Optional.of(upper))));
  }

  private static Support of(Histogram histogram) {
    List<Piece> bins = new ArrayList<>();
    for (int i = 0; i < histogram.weights().size(); i++) {
      if (!histogram.weights().get(i).isZero()) {
        bins.add(
            new Piece(Optional.of(histogram.edges().get(i)), Optional.of(histogram.edges().get(i + 1))));
      }
    }
    return new Support(bins);
  }

  boolean meets(Rational from, Rational to) {
    return pieces.stream().anyMatch(piece -> piece.meets(from, to));
  }

  /** From the least to the greatest value. */
  String text() {
    Piece first = pieces.get(0);
    Piece last = pieces.get(pieces.size() - 1);
    String lower = first.lower().map(l -> "[" + l).orElse("(-infinity");
    String upper = last.upper().map(u -> u + "]").orElse("infinity)");
    return lower + ", " + upper;
  }
}
