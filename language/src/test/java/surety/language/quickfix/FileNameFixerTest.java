package surety.language.quickfix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.Samples;
import surety.language.problems.IssueCodes;

/** Files that are there, for names of files that are not. */
class FileNameFixerTest {
  private static final String QUERY = "query q: P(c > 0) = ? under D;\n";

  @TempDir private Path folder;

  private void network(String wrong, String right) throws IOException {
    new Repairs(folder)
        .check(
            IssueCodes.NETWORK_MISSING,
            Samples.PRELUDE.replace("net.onnx", wrong) + QUERY,
            0,
            "Write \"" + right + "\"",
            Samples.PRELUDE.replace("net.onnx", right) + QUERY);
  }

  private void noNetwork(String wrong) throws IOException {
    new Repairs(folder)
        .checkNone(IssueCodes.NETWORK_MISSING, Samples.PRELUDE.replace("net.onnx", wrong) + QUERY);
  }

  @Test
  void theNearestFileIsMeant() throws IOException {
    network("nte.onnx", "net.onnx");
    network("Net.ONNX", "net.onnx");
    network("folder/../nett.onnx", "folder/../net.onnx");
  }

  @Test
  void theOnlyFileOfAFolderIsMeant() throws IOException {
    network("folder", "folder/net.onnx");
    network("folder/", "folder/net.onnx");
    network("folder/something.onnx", "folder/net.onnx");
  }

  @Test
  void farNamesAreNotMeant() throws IOException {
    noNetwork("something.onnx");
    noNetwork("nowhere/net.onnx");
    noNetwork("net.onnx/net.onnx");
    noNetwork("");
    noNetwork(".");
  }

  @Test
  void histogramFilesToo() throws IOException {
    Files.writeString(folder.resolve("load.csv"), "lower,upper,weight\n0,1,1\n");
    new Repairs(folder)
        .check(
            IssueCodes.HISTOGRAM_FILE,
            Samples.term("Histogram(\"laod.csv\")"),
            0,
            "Write \"load.csv\"",
            Samples.term("Histogram(\"load.csv\")"));
  }

  @Test
  void sampleFilesToo() throws IOException {
    Files.writeString(folder.resolve("samples.csv"), "1\n2\n");
    new Repairs(folder)
        .check(
            IssueCodes.SAMPLE_FILE,
            Samples.term("Empirical(\"sample.csv\")"),
            0,
            "Write \"samples.csv\"",
            Samples.term("Empirical(\"samples.csv\")"));
  }

  @Test
  void aFileThatIsThereIsMeant() throws IOException {
    Files.writeString(folder.resolve("load.csv"), "wrong\n");
    new Repairs(folder)
        .checkNone(IssueCodes.HISTOGRAM_FILE, Samples.term("Histogram(\"load.csv\")"));
  }
}
