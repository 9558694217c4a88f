package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.fuzz.Fuzz;
import surety.language.vnnlib.VnnlibException;
import surety.language.vnnlib.VnnlibProperty;

/** Whatever is in a text, it means something, or there is a message about a place in it. */
class ReadersFuzzTest {
  /** Each has networks and data read, and everything validated. */
  private static final int SPECIFICATIONS = 150;

  private static final int PROPERTIES = 4_000;
  private static final Path EXAMPLES = Path.of("..", "examples");

  /** Of other files the text has to do without. */
  private static final long LARGE = 100_000;

  private static final String[] WORDS = {
    "semantics",
    "real",
    "float32",
    "network",
    "distribution",
    "property",
    "query",
    "event",
    "settings",
    "constant",
    "input",
    "output",
    "for",
    "under",
    "within",
    "timeout",
    "on",
    "at",
    "points",
    "given",
    "mixture",
    "and",
    "or",
    "not",
    "in",
    "P",
    "E",
    "Var",
    "Std",
    "Cov",
    "Corr",
    "cdf",
    "quantile",
    "cvar",
    "argmax",
    "abs",
    "Normal",
    "Uniform",
    "Beta",
    "Gamma",
    "Histogram",
    "Kde",
    "Categorical",
    "Empirical",
    "Polynomial",
    "Density",
    "inf",
    "scott",
    "x[0..1]",
    "y[0]",
    "1 s",
    "%"
  };

  private static final String VNNLIB =
      """
      (declare-const X_0 Real)
      (declare-const X_1 Real)
      (declare-const Y_0 Real)
      (declare-const Y_1 Real)
      (assert (>= X_0 0))
      (assert (<= X_0 1))
      (assert (or (and (<= X_1 1) (>= X_1 0.5)) (and (<= X_1 -1e-1) (>= X_1 -3))))
      (assert (or (>= Y_0 2) (<= (+ Y_0 (* 2 Y_1)) 3)))
      """;

  private static final String TENSORS =
      """
      (vnnlib-version <2.0>)
      (declare-network f
        (declare-input X real [1, 2] "in")
        (declare-input Z float32 [])
        (declare-output Y Real [3]))
      (assert (and (>= X[0,0] 0) (<= X[0,0] 1) (>= X[0,1] 0) (<= X [0, 1] 2)))
      (assert (== Z 0.5))
      (assert (>= Y[2] (+ X[0,1] Z)))
      """;

  @TempDir private Path folder;

  /** All examples in one folder; their texts. */
  private List<String> examples() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".sure")) {
          texts.add(Files.readString(file));
        } else if (name.matches(".*[.](onnx|csv|nnet)") && Files.size(file) < LARGE) {
          Files.copy(file, folder.resolve(name));
        }
      }
    }
    assertTrue(texts.size() > 10, texts::toString);
    return texts;
  }

  @Test
  void specificationsAreReadOrHaveMessages() throws IOException {
    Path path = folder.resolve("fuzz.sure");
    int read =
        Fuzz.ofTexts(examples(), WORDS)
            .run(
                SPECIFICATIONS,
                file -> {
                  Specification specification =
                      new SpecificationReader().read(Files.write(path, file));
                  specification.diagnostics().forEach(d -> require(d, specification.text()));
                  return !specification.obligations().isEmpty();
                });
    assertTrue(read > SPECIFICATIONS / 20, () -> read + " were read");
  }

  private static void require(Diagnostic d, String text) {
    assertTrue(d.line() >= 1 && d.column() >= 1 && d.offset() <= text.length(), d::toString);
    assertFalse(d.message().isBlank());
    assertFalse(d.message().contains("\n"), d::message);
    assertFalse(d.message().contains("RULE_"), d::message);
    // a message may quote the word, where the specification has it
    assertTrue(text.contains("null") || !d.message().contains("null"), d::message);
    assertTrue(d.message().length() < 2_000, d::message);
  }

  @Test
  void propertiesForOtherToolsAreReadOrRefused() {
    int read =
        Fuzz.ofTexts(List.of(VNNLIB, TENSORS), "assert", "and", "or", "X_0", "Y_0", "Real", "(+")
            .run(
                PROPERTIES,
                file -> {
                  try {
                    VnnlibProperty.read(new String(file, StandardCharsets.UTF_8));
                    return true;
                  } catch (VnnlibException e) {
                    assertTrue(e.getMessage().matches("[0-9]+:[0-9]+: .*"), e::getMessage);
                    return false;
                  }
                });
    assertTrue(read > PROPERTIES / 100, () -> read + " were read");
    assertEquals(2, Stream.of(VNNLIB, TENSORS).filter(ReadersFuzzTest::isProperty).count());
  }

  private static boolean isProperty(String text) {
    try {
      VnnlibProperty.read(text);
      return true;
    } catch (VnnlibException e) {
      return false;
    }
  }
}
