package surety.language.quickfix;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.language.sure.Cdf;
import surety.language.sure.EvenPoints;

/** Writes one number of points for each sum of a cdf, where there is but one; and 'x' between. */
final class GridFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    if (place.message().startsWith("expected 'x', not ")) {
      return List.of(new QuickFix("Write 'x'", place.replaceMarked("x")));
    }
    boolean isNumber = place.message().matches("[23] sums need .*");
    return place
        .part(Cdf.class)
        .filter(cdf -> isNumber)
        .flatMap(GridFixer::repeated)
        .map(points -> new QuickFix("Write '" + points + "'", place.replaceMarked(points)))
        .stream()
        .toList();
  }

  private static Optional<String> repeated(Cdf cdf) {
    return cdf.getPoints() instanceof EvenPoints even && even.getCounts().size() == 1
        ? Optional.of(
            String.join(" x ", Collections.nCopies(cdf.getForms().size(), even.getCounts().get(0)))
                + " points")
        : Optional.empty();
  }
}
