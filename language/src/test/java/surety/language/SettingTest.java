package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Interval;

class SettingTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.copy(Path.of("../examples/iris/iris-relu.onnx"), folder.resolve("iris.onnx"));
  }

  private List<Setting> settings(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("s.sure"), "semantics real;\n" + text);
    return new SpecificationReader().read(file).settings();
  }

  @Test
  void everyDistributionIsOne() throws IOException {
    List<Setting> settings =
        settings(
            """
            network Iris = "iris.onnx" { input length, width; output setosa, versicolor, virginica; }
            network Bare = "iris.onnx";
            distribution Some for Iris { width ~ Beta(3, 2); length = 1/3; }
            distribution Other for Bare { x[0] ~ Uniform(0, 1); x[1] ~ Normal(0, 1); }
            """);
    assertEquals(List.of("Some", "Other"), settings.stream().map(Setting::name).toList());
    Setting some = settings.get(0);
    assertEquals("Iris", some.network());
    assertEquals(folder.resolve("iris.onnx"), some.networkFile());
    assertEquals(List.of("width"), some.randomNames());
    assertEquals(List.of("setosa", "versicolor", "virginica"), some.outputNames());
    assertEquals(Optional.of(Rational.of(1, 3)), some.law().fixed(0));
    assertEquals(List.of("x[0]", "x[1]"), settings.get(1).randomNames());
    assertEquals(List.of("y[0]", "y[1]", "y[2]"), settings.get(1).outputNames());
  }

  @Test
  void aBoxAroundCorrelatedInputsIsACondition() throws IOException {
    List<Setting> settings =
        settings(
            """
            network Iris = "iris.onnx" { input a, b; }
            distribution Box for Iris { (a, b) ~ Normal([0, 0], [[2, 1], [1, 2]]) on [0, 1] x [0, 1]; }
            distribution Whole for Iris { (a, b) ~ Normal([0, 0], [[2, 1], [1, 2]]); }
            distribution Apart for Iris { a ~ Normal(0, 1) on [0, 1]; b ~ Uniform(0, 1); }
            """);
    assertEquals(
        List.of(true, false, false), settings.stream().map(Setting::isConditioned).toList());
    Interval side = new Interval(Optional.of(Rational.ZERO), Optional.of(Rational.ONE));
    assertEquals(Map.of(0, side, 1, side), settings.get(0).box());
    assertThrows(IllegalStateException.class, settings.get(0)::regions);
    assertEquals(settings.get(1).law(), settings.get(1).regions().law());
  }

  @Test
  void whatHasAnErrorIsNone() throws IOException {
    String network = "network Iris = \"iris.onnx\" { input a, b; }\n";
    assertEquals(List.of(), settings(network + "distribution D for Iris { a ~ Beta(3, 2); }"));
    assertEquals(
        List.of(), settings(network + "distribution D for Iris { a ~ Beta(-3, 2); b = 1; }"));
    assertEquals(
        List.of(),
        settings("network Iris = \"none.onnx\" { input a; }\ndistribution D for Iris { a = 1; }"));
    assertEquals(List.of(), settings(""));
  }
}
