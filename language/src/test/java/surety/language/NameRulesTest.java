package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {
  private final NameRules rules = new NameRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "A1", "_", "x_0", "P", "cdf", "moments", "on", "at", "points", "real", "Beta"
      })
  void names(String name) {
    assertEquals(Optional.empty(), rules.problem(name));
    String text = "network " + name + " = \"n.onnx\";";
    assertTrue(
        new SpecificationReader().syntaxErrors(java.nio.file.Path.of("a.sure"), text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "1", "a b", "a-b", "x[0]", "é", "network", "under", "within", "a\n"})
  void noNames(String name) {
    assertTrue(rules.problem(name).isPresent());
    String text = "network " + name.strip() + "= \"n.onnx\";";
    if (!name.equals("a\n")) {
      assertTrue(
          !new SpecificationReader().syntaxErrors(java.nio.file.Path.of("a.sure"), text).isEmpty());
    }
  }
}
