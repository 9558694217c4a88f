package surety.eclipse.states;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says as far as verdicts depend on it, without its layout, comments and titles. It is
 * read in a moment and without knowing the language: enough to tell which verdicts an edit puts in
 * doubt, rather too many than too few.
 *
 * @param common what all properties and queries may depend on
 * @param byName the properties and queries
 */
public record Claims(List<String> common, Map<String, String> byName) {
  private static final Pattern CLAIM = Pattern.compile("(?:property|query) (\\w+)");

  /** A word that is still being typed says nothing yet. */
  private static final Pattern COMMON =
      Pattern.compile("(?:semantics|network|distribution|event)\\b.*");

  /** Reads a text. */
  public static Claims of(String text) {
    List<String> common = new ArrayList<>();
    Map<String, String> byName = new HashMap<>();
    for (String declaration : new DeclarationScan(text).declarations()) {
      Matcher claim = CLAIM.matcher(declaration);
      boolean isClaim = false;
      // One that is not finished has swallowed those behind it.
      while (claim.find()) {
        isClaim = true;
        byName.merge(claim.group(1), declaration, String::concat);
      }
      if (!isClaim && COMMON.matcher(declaration).matches()) {
        common.add(declaration);
      }
    }
    return new Claims(List.copyOf(common), Map.copyOf(byName));
  }

  /** The properties and queries that may mean something else in a later text. */
  public Set<String> changedIn(Claims later) {
    Set<String> names = new HashSet<>(byName.keySet());
    names.addAll(later.byName.keySet());
    if (common.equals(later.common)) {
      names.removeIf(name -> Objects.equals(byName.get(name), later.byName.get(name)));
    }
    return Set.copyOf(names);
  }
}
