package surety.language.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import surety.language.problems.IssueCodes;

class PreparationTest {
  /** Both kinds of messages are composed: on what cannot be parsed, and on what is not known. */
  @Test
  void findsWhatIsWrongInItsText() {
    List<Issue> issues = Preparation.read();
    assertEquals(
        Set.of(IssueCodes.SYNTAX, IssueCodes.UNKNOWN_DISTRIBUTION),
        new TreeSet<>(issues.stream().map(Issue::getCode).toList()));
  }
}
