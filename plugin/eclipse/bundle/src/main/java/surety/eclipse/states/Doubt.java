package surety.eclipse.states;

import java.util.List;
import java.util.Set;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

/** How a specification is shown between an edit and the server's word on it. */
final class Doubt {
  /** What stands in the place of a verdict, of bounds and of summaries. */
  static final String LABEL = "changed";

  private static final String MESSAGE = "the text was changed, and what it says now is being read";

  /** These show nothing that an edit could make wrong. */
  private static final Set<Verdict> HARMLESS = Set.of(Verdict.UNVERIFIED, Verdict.STALE);

  private Doubt() {}

  /**
   * Without the verdicts and bounds of some properties and queries.
   *
   * @param names of those in doubt
   */
  static SpecificationStatus cast(SpecificationStatus said, Set<String> names) {
    if (names.isEmpty()) {
      return said;
    }
    List<PropertyStatus> shown =
        said.properties().stream()
            .map(each -> names.contains(each.name()) ? cast(each) : each)
            .toList();
    String summary = shown.equals(said.properties()) ? said.summary() : LABEL;
    return new SpecificationStatus(
        said.uri(), said.version(), said.complete(), said.errors(), summary, shown);
  }

  private static PropertyStatus cast(PropertyStatus said) {
    return HARMLESS.contains(Verdict.of(said.state()))
        ? said
        : new PropertyStatus(
            said.name(),
            said.title(),
            said.kind(),
            said.text(),
            Verdict.STALE.word(),
            LABEL,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            MESSAGE,
            null,
            said.range(),
            List.of(),
            null);
  }
}
