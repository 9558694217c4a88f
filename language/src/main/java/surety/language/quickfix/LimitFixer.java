package surety.language.quickfix;

import java.util.List;

/** Includes the limits of a range. */
final class LimitFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    String sign = place.marked();
    return place.message().startsWith("'" + sign + "' leaves the limit out")
        ? List.of(new QuickFix("Write '" + sign + "='", place.replaceMarked(sign + "=")))
        : List.of();
  }
}
