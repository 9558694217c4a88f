package surety.language.quickfix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import surety.language.problems.IssueCodes;

/** Writes a unit of time as it is called here; where there is none, seconds. */
final class UnitFixer implements Fixer {
  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "ms", Set.of("ms", "msec", "msecs", "millis", "millisecond", "milliseconds"),
          "s", Set.of("s", "sec", "secs", "second", "seconds"),
          "min", Set.of("min", "mins", "minute", "minutes"),
          "h", Set.of("h", "hr", "hrs", "hour", "hours"));

  @Override
  public List<QuickFix> fixes(Place place) {
    if (place.code().equals(IssueCodes.SYNTAX)) {
      Words words = place.words();
      int end = words.get(words.indexAt(place.offset()) - 1).end();
      return place.message().startsWith("the unit of the timeout is missing")
          ? List.of(new QuickFix("Write seconds", Edit.insertion(end, " s")))
          : List.of();
    }
    String written = place.marked().toLowerCase(Locale.ROOT);
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(written))
        .map(
            entry ->
                new QuickFix("Write '" + entry.getKey() + "'", place.replaceMarked(entry.getKey())))
        .toList();
  }
}
