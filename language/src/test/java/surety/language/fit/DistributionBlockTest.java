package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;

class DistributionBlockTest {
  @TempDir private Path folder;

  @Test
  void saysWhereItComesFrom() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, "a,b", "1,0.1", "2,0.3", "6,0.2");
    assertEquals(
        """
        // A model of data, not the data: a normal distribution by maximum likelihood, fitted to columns a,
        // b of s.csv, all 3 rows. What is claimed under it is about this model; how well it fits is not
        // checked.
        // SHA-256 of the file: %s
        distribution Samples for Net {
          (a, b) ~ Normal([3, 0.2], [[4.6667, 0.033333], [0.033333, 0.00666667]]);
        }
        """
            .formatted(columns.digest()),
        text(NormalFit.of(columns)));
  }

  @Test
  void everyKindIsAcceptedByTheLanguageAndLaidOut() throws IOException, FitException {
    String[] lines = SampleFiles.twoGroups(60, 40, 4, 1);
    Path file = SampleFiles.of(folder, lines);
    for (List<String> wanted : List.of(List.<String>of(), List.of("b"), List.of("b", "a"))) {
      SampleColumns columns = SampleColumns.read(file, wanted);
      Path samples = Files.writeString(folder.resolve("kde.csv"), SampleText.of(columns));
      Path specification = folder.resolve("f.sure");
      for (Model model :
          List.of(
              NormalFit.of(columns),
              MixtureFit.of(columns, OptionalInt.empty()),
              MixtureFit.of(columns, OptionalInt.of(3)),
              KernelFit.of(columns, "scott", samples, specification),
              KernelFit.of(columns, "silverman", samples, specification),
              KernelFit.of(columns, "0.25", samples, specification))) {
        String text = text(model);
        assertEquals(text, new SpecificationFormatter().format(text));
        assertEquals(List.of(), errors(model, text), text);
      }
    }
  }

  /** Of the block alone: only what it does not hold itself is missing. */
  private List<String> errors(Model model, String block) {
    String before =
        "semantics real;\nnetwork Net = \"no.onnx\" {\n  input "
            + String.join(", ", model.columns().inputs())
            + ";\n}\n";
    return new SpecificationReader()
        .read(folder.resolve("f.sure"), before + block).diagnostics().stream()
            .filter(d -> !d.message().startsWith("network file 'no.onnx' is not there"))
            .filter(d -> !d.message().startsWith("there is nothing to check here"))
            .map(d -> d.message())
            .toList();
  }

  @Test
  void inputsWithoutNamesHaveNumbers() throws IOException, FitException {
    String text = text(NormalFit.of(SampleFiles.columns(folder, "1,0.1", "2,0.3", "6,0.2")));
    assertTrue(text.contains("  (x[0], x[1]) ~ Normal(["), text);
    String one = text(NormalFit.of(SampleFiles.columns(folder, "1", "3")));
    assertTrue(one.contains("  x[0] ~ Normal(2, variance = 1);"), one);
  }

  @Test
  void strangeNamesStayInTheComment() throws IOException, FitException {
    Path file = folder.resolve("a * b.csv");
    Files.writeString(file, "// a */ \"q\",b\n1,2\n2,4\n4,4\n");
    String text = text(NormalFit.of(SampleColumns.read(file, List.of())));
    assertTrue(text.contains("  (a_q, b) ~ Normal(["), text);
    assertTrue(text.lines().limit(4).allMatch(line -> line.startsWith("// ")), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "2a # Net # '2a' cannot be a name; use letters, digits and _, and begin with no digit",
        "A # a b # 'a b' cannot be a name; use letters, digits and _, and begin with no digit",
        "input # Net # 'input' is a word of the language; choose another name",
        "A # network # 'network' is a word of the language; choose another name",
        "Net # Net # the distribution and the network cannot both be called 'Net'; rename one",
        "net # Net # the distribution and the network cannot both be called 'net'; rename one",
      })
  void refusesNames(String name, String network, String message) {
    FitException refused =
        assertThrows(FitException.class, () -> DistributionBlock.of(name, network));
    assertEquals(message, refused.getMessage());
    assertEquals(FitException.Cause.REQUEST, refused.what());
  }

  @Test
  void whatTheLanguageRefusesIsNotWritten() throws IOException, FitException {
    SampleColumns columns = SampleFiles.columns(folder, "1", "3");
    Model wrong = new Model(columns, "Kde(\"gone.csv\", bandwidth = 1)", "a wrong one", List.of());
    FitException refused = assertThrows(FitException.class, () -> text(wrong));
    assertTrue(
        refused.getMessage().startsWith("sample file 'gone.csv' is not there"),
        refused.getMessage());
  }

  private String text(Model model) throws FitException {
    return DistributionBlock.of("Samples", "Net").text(model, folder.resolve("f.sure"));
  }
}
