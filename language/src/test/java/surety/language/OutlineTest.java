package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static Specification read(String text) {
    return new SpecificationReader().read(Path.of("folder", "a.sure"), text);
  }

  @Test
  void listsWhatIsDeclared() {
    Specification specification =
        read(
            """
            semantics real;
            network N = "n.onnx";
            distribution  D for /* which */ N { x[0] = 1; }
            property p: P(y[0] > 0) < 1
              under D;
              query q: cdf(y[0]) under Nowhere;
            """);
    assertEquals(
        List.of(
            new Declaration(DeclarationKind.NETWORK, "N", "", new Region(2, 9, 1)),
            new Declaration(DeclarationKind.DISTRIBUTION, "D", "N", new Region(3, 15, 1)),
            new Declaration(DeclarationKind.PROPERTY, "p", "D", new Region(4, 10, 1)),
            new Declaration(DeclarationKind.QUERY, "q", "Nowhere", new Region(6, 9, 1))),
        specification.declarations());
  }

  @Test
  void whatIsHalfWrittenIsListedAsFarAsItGoes() {
    Specification specification = read("network;\ndistribution D for;\nproperty p: P(\nquery");
    assertEquals(
        List.of("D", "p"), specification.declarations().stream().map(Declaration::name).toList());
    assertEquals(List.of(), read("").declarations());
    assertEquals(List.of(), read("\u0000").declarations());
  }

  @Test
  void listsTheFilesThatAreNamed() {
    Specification specification =
        read(
            """
            network N = "n.onnx";
            network M = "../n.onnx";
            network O = "n.onnx";
            network Q = "";
            distribution D for N {
              x[0] ~ Histogram("h.csv");
              x[1] ~ Histogram("/tmp/h.csv");
              x[2] ~ Bta("
            """);
    assertEquals(
        List.of(
            Path.of("folder/n.onnx"),
            Path.of("folder/../n.onnx"),
            Path.of("folder"),
            Path.of("folder/h.csv"),
            Path.of("/tmp/h.csv")),
        specification.files());
  }
}
