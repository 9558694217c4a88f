package surety.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.language.Obligation;

/**
 * The title of a property, taken apart: {@code "R1: a high score is rare"} belongs to the
 * requirement R1.
 *
 * @param id of the requirement: what stands before the first colon, if there is no blank in it
 * @param words what the requirement says; all of the title if it has no identifier
 */
public record RequirementTitle(Optional<String> id, String words) {
  private static final Pattern WITH_ID = Pattern.compile("(?s)\\s*([^\\s:]+)\\s*:\\s+(.*)");

  /** Takes a title apart. */
  public static RequirementTitle of(String title) {
    Matcher parts = WITH_ID.matcher(title);
    return parts.matches()
        ? new RequirementTitle(Optional.of(parts.group(1)), parts.group(2).strip())
        : new RequirementTitle(Optional.empty(), title.strip());
  }

  /** Of a property or query; without a title it says nothing. */
  public static RequirementTitle of(Obligation asked) {
    return asked
        .title()
        .map(RequirementTitle::of)
        .orElse(new RequirementTitle(Optional.empty(), ""));
  }
}
