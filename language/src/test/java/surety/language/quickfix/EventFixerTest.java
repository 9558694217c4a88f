package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.Samples;

/** Words and signs that others write in events. */
class EventFixerTest {
  private static final String NAMED = "event e = c > 0; event f = d > 0; ";

  @TempDir private Path folder;

  private static String query(String event) {
    return Samples.claim(NAMED + "query q: P(" + event + ") = ? under D;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "e given f # Write '|' # e | f",
        "c > 0 given f # Write '|' # c > 0 | f",
        "e AND f # Write 'and' # e and f",
        "c > 0 OR f # Write 'or' # c > 0 or f",
        "NOT e # Write 'not' # not e",
        "c > 0 and NOT c < 1 # Write 'not' # c > 0 and not c < 1",
        "e and NOT f # Write 'not' # e and not f",
        "e && f # Write 'and' # e and f",
        "c > 0 && f # Write 'and' # c > 0 and f",
        "c > 0&&f # Write 'and' # c > 0 and f",
        "c > 0 & f # Write 'and' # c > 0 and f",
        "e || f # Write 'or' # e or f",
        "c > 0||f # Write 'or' # c > 0 or f",
        "!e # Write 'not' # not e",
        "e and !(f) # Write 'not' # e and not (f)",
        "e xor f # Write '(e and not f) or (f and not e)' # (e and not f) or (f and not e)",
        "e implies f # Write 'not e or f' # not e or f",
        "e iff f # Write '(e and f) or not (e or f)' # (e and f) or not (e or f)",
        "argmax(N) in c # Write '{c}' # argmax(N) in {c}",
        "argmax(N) in c, d # Write '{c, d}' # argmax(N) in {c, d}",
        "argmax(N) in c and e # Write '{c}' # argmax(N) in {c} and e",
        "argmax(N) in [c] # Write '{...}' # argmax(N) in {c}",
        "argmax(N) in [ c, d ] and e # Write '{...}' # argmax(N) in { c, d } and e",
        "argmax(N) == {c, d} # Write 'in' # argmax(N) in {c, d}"
      })
  void writesTheWordsOfThisLanguage(String before, String title, String after) throws IOException {
    new Repairs(folder).check("syntax", query(before), 0, title, query(after));
  }

  /** Of longer operands nobody knows where they begin, and other brackets may be meant. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c > 0 xor f",
        "e xor d > 0",
        "not e xor f",
        "e and f implies e",
        "argmax(N) in [c, 1]",
        "or e",
        "e and",
        "argmax(N) != {c, d}",
        "c in (0, 1)"
      })
  void leavesTheChoice(String event) throws IOException {
    new Repairs(folder).checkNone("syntax", query(event));
  }
}
