package surety.language.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.language.ParsedSpecification;

class ElementsTest {
  /** Each begins at a bar, behind what is blank; also where it cannot be parsed to its end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "// nothing |?",
        "|semantics real;",
        "/* first */ |semantics real; // then\n\n  |network N = \"n.onnx\";|query q: cdf(y) under D;",
        "|network N = ; |distribution D for N { a ~ ; } |property p: P( ;",
      })
  void areWhereTheyBegin(String marked) {
    String text = marked.replace("|?", "?");
    List<Integer> starts = new ArrayList<>();
    for (int bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|')) {
      starts.add(bar);
      text = text.substring(0, bar) + text.substring(bar + 1);
    }
    List<Integer> found =
        new ParsedSpecification(Path.of("s.sure"), text)
            .model()
            .map(file -> List.copyOf(Elements.byStart(file).keySet()))
            .orElse(List.of());
    assertEquals(starts, found);
  }
}
