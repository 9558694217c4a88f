package surety.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with network files, and specifications around the part that a test is about.
 *
 * <p>{@code net.onnx} has 2 inputs and 2 outputs, {@code wide.onnx} 12 inputs and 1 output, {@code
 * text.onnx} is not a network, and {@code folder} is a folder with another {@code net.onnx}.
 */
public final class Samples {
  /** Three lines: semantics, network N with inputs a, b and outputs c, d, and distribution D. */
  public static final String PRELUDE =
      """
      semantics real;
      network N = "net.onnx" { input a, b; output c, d; }
      distribution D for N { a ~ Uniform(0, 1); b = 1; }
      """;

  private final Path folder;

  /** Fills a folder. */
  public Samples(Path folder) throws IOException {
    this.folder = folder;
    Files.write(folder.resolve("net.onnx"), OnnxSample.linear(2, 2));
    Files.write(folder.resolve("wide.onnx"), OnnxSample.linear(12, 1));
    Files.write(folder.resolve("norm.onnx"), OnnxSample.of("ReduceL1", 2, 1));
    Files.writeString(folder.resolve("text.onnx"), "This is not a network.");
    Files.createDirectories(folder.resolve("folder"));
    Files.write(folder.resolve("folder").resolve("net.onnx"), OnnxSample.linear(2, 2));
  }

  /** A claim behind the prelude: line 4. */
  public static String claim(String claim) {
    return PRELUDE + claim + "\n";
  }

  /** Assignments of the distribution: line 3, from column 24. */
  public static String assignments(String assignments) {
    return PRELUDE.replace("a ~ Uniform(0, 1); b = 1;", assignments)
        + "query q: P(c > 0) = ? under D;\n";
  }

  /** One distribution of input a: line 3, from column 28. */
  public static String term(String term) {
    return assignments("a ~ " + term + "; b = 1;");
  }

  /** Reads a text as a file of the folder. */
  public Specification read(String text) throws IOException {
    Path file = folder.resolve("sample.sure");
    Files.writeString(file, text);
    return new SpecificationReader().read(file);
  }

  /** The messages on a text, each as {@code LINE:COLUMN CODE MESSAGE}. */
  public List<String> messages(String text) throws IOException {
    return read(text).diagnostics().stream()
        .map(d -> d.line() + ":" + d.column() + " " + d.code() + " " + d.message())
        .toList();
  }
}
