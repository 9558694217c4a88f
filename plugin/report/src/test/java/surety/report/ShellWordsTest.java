package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShellWordsTest {
  @Test
  void onlyWhatNeedsThemHasQuotationMarks() {
    assertEquals("a/b.sure --x=1", ShellWords.of(List.of("a/b.sure", "--x=1")));
    assertEquals("'a b' 'it'\\''s' ''", ShellWords.of(List.of("a b", "it's", "")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aShellReadsTheWordsThatWereMeant() throws IOException {
    List<String> words = List.of("a b", "it's", "$(id)", "`id`", "a\nb", "\\", "*", "", "~", "#");
    Process shell = new ProcessBuilder("sh", "-c", "printf '%s|' " + ShellWords.of(words)).start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(String.join("|", words) + "|", out);
  }

  @Test
  void aCertificateIsReplayedAgainstItsSpecification() {
    Checked checked = Runs.checked("a b.sure", List.of());
    assertEquals(
        Optional.of("surety replay --specification 'a b.sure' --certificate c/s.p.cert"),
        ShellWords.replay(checked, Outcomes.property("p", "0.5", 0, 0.25)));
    assertEquals(Optional.empty(), ShellWords.replay(checked, Outcomes.notBegun("p")));
    assertEquals("surety check 'a folder/f.sure' --gap 1e-3", ShellWords.of(Runs.of()));
  }
}
