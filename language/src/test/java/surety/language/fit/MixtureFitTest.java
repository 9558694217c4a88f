package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;

class MixtureFitTest {
  private static final Pattern WEIGHT = Pattern.compile("([0-9.]+): Normal");

  @TempDir private Path folder;

  @Test
  void theCriterionFindsTwoGroups() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, SampleFiles.twoGroups(350, 150, 4, 1));
    Model model = MixtureFit.of(columns, OptionalInt.empty());
    assertEquals("a mixture of 2 normal distributions by expectation maximization", model.kind());
    List<Rational> weights =
        WEIGHT.matcher(model.term()).results().map(r -> Rational.parse(r.group(1))).toList();
    assertEquals(2, weights.size());
    assertEquals(Rational.ONE, weights.get(0).plus(weights.get(1)));
    assertEquals(0.7, weights.get(0).doubleFloor(), 0.02);
    Matcher means = Pattern.compile("Normal\\(\\[([-0-9.]+), ([-0-9.]+)\\]").matcher(model.term());
    assertTrue(means.find());
    assertEquals(0, Double.parseDouble(means.group(1)), 0.2);
    assertTrue(means.find());
    assertEquals(4, Double.parseDouble(means.group(1)), 0.2);
    assertEquals(-4, Double.parseDouble(means.group(2)), 0.2);
    assertTrue(model.remarks().get(0).startsWith("BIC of 1 component "), model.remarks().get(0));
  }

  @Test
  void theCriterionFindsOneGroup() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, SampleFiles.twoGroups(150, 0, 0, 2));
    Model model = MixtureFit.of(columns, OptionalInt.empty());
    assertEquals(NormalFit.of(columns).term(), model.term());
    assertEquals(NormalFit.of(columns).kind(), model.kind());
  }

  @Test
  void oneComponentIsTheNormalDistribution() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, SampleFiles.twoGroups(30, 30, 4, 3));
    assertEquals(NormalFit.of(columns).term(), MixtureFit.of(columns, OptionalInt.of(1)).term());
  }

  @Test
  void theUnitChangesNothingButTheUnit() throws IOException, FitException {
    String[] lines = SampleFiles.twoGroups(90, 60, 4, 4);
    Model model = MixtureFit.of(SampleFiles.columns(folder, lines), OptionalInt.of(2));
    String[] scaled =
        Arrays.stream(lines)
            .map(line -> line.startsWith("a") ? line : line.replaceAll("(?=,|$)", "e300"))
            .map(line -> line.replaceAll("E(-?[0-9]+)e300", "e-1"))
            .toArray(String[]::new);
    Model large = MixtureFit.of(SampleFiles.columns(folder, scaled), OptionalInt.of(2));
    assertEquals(weights(model), weights(large));
  }

  private static List<String> weights(Model model) {
    return WEIGHT.matcher(model.term()).results().map(r -> r.group(1)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "0 # --components is 0; it must be 1 to 50",
        "-3 # --components is -3; it must be 1 to 50",
        "51 # --components is 51; it must be 1 to 50",
        "4 # FILE has 30 rows, and 4 components of 2 columns take at least 40; ask for fewer components",
        "50 # FILE has 30 rows, and 50 components of 2 columns take at least 500; ask for fewer components",
      })
  void refusesNumbersOfComponents(int components, String message) throws IOException {
    Path file = SampleFiles.of(folder, SampleFiles.twoGroups(20, 10, 4, 5));
    FitException refused = refused(file, OptionalInt.of(components));
    assertEquals(message.replace("FILE", file.toString()), refused.getMessage());
    assertEquals(FitException.Cause.REQUEST, refused.what());
  }

  @Test
  void saysIfThereIsNoSuchMixture() throws IOException {
    String[] lines = new String[22];
    Arrays.fill(lines, 0, 20, "1");
    lines[20] = "2";
    lines[21] = "3";
    Path file = SampleFiles.of(folder, lines);
    FitException refused = refused(file, OptionalInt.of(4));
    assertEquals(
        "no mixture of 4 components was found in which each has at least 5 rows of "
            + file
            + "; ask for fewer components",
        refused.getMessage());
    assertEquals(FitException.Cause.DATA, refused.what());
  }

  @Test
  void whatIsWrongWithTheColumnsIsWrongForAMixtureToo() throws IOException {
    Path constant = SampleFiles.of(folder, "1,2", "2,2", "3,2");
    assertTrue(refused(constant, OptionalInt.empty()).getMessage().contains("is 2 in all rows"));
    Path one = SampleFiles.of(folder, "1,2");
    assertTrue(refused(one, OptionalInt.empty()).getMessage().contains("has 1 row"));
  }

  @Test
  void fewRowsHaveOneComponent() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, "1,2", "2,4", "4,4.5");
    assertEquals(NormalFit.of(columns).term(), MixtureFit.of(columns, OptionalInt.empty()).term());
  }

  private static FitException refused(Path file, OptionalInt components) {
    return assertThrows(
        FitException.class, () -> MixtureFit.of(SampleColumns.read(file, List.of()), components));
  }
}
