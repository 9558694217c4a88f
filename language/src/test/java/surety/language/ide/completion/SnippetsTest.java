package surety.language.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import surety.language.translation.Family;

class SnippetsTest {
  @Test
  void haveAPlaceForEachParameter() {
    assertEquals(
        "Normal(${1:mean}, ${2:standard deviation})", Snippets.all().get(Family.NORMAL.usage()));
  }

  /** Without the places a snippet is what its label says. */
  @Test
  void fillTheirLabels() {
    Snippets.all()
        .forEach(
            (label, snippet) ->
                assertEquals(label, snippet.replaceAll("\\$\\{[0-9]+:([^}]*)\\}", "$1")));
    for (String word : Family.words()) {
      assertTrue(Snippets.all().keySet().stream().anyMatch(label -> label.startsWith(word)));
    }
  }
}
