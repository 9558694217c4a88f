package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitCommandTest {
  @TempDir private Path folder;
  private Path samples;

  @BeforeEach
  void create() throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("kind,a,b\n");
    for (int i = 0; i < 60; i++) {
      text.append("red,").append((float) random.nextGaussian());
      text.append(',').append((float) (random.nextGaussian() + i % 2 * 8)).append('\n');
    }
    samples = Files.writeString(folder.resolve("s.csv"), text);
  }

  private CommandRun fit(Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "fit";
    all[1] = samples;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return CommandRun.of(all);
  }

  /** Each kind of model stands in a specification that can be checked. */
  @ParameterizedTest
  @CsvSource({"normal,Normal([", "mixture,Mixture(", "kde,Kde("})
  void writesWhatASpecificationCanHave(String kind, String term) throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.linear(new float[][] {{1}, {2}}));
    boolean isKde = kind.equals("kde");
    Path file = folder.resolve("block.sure");
    CommandRun run =
        isKde
            ? fit("--as", kind, "--columns", "a,b", "-o", file, "--samples", folder + "/ab.csv")
            : fit("--as", kind, "--columns", "a,b", "-o", file);
    assertEquals(0, run.status(), run.err());
    assertEquals("wrote " + file + "\n", run.out());
    String block = Files.readString(file);
    assertTrue(block.contains("(a, b) ~ " + term), block);
    Path specification =
        Files.writeString(
            folder.resolve("f.sure"),
            """
            semantics real;
            network Net = "net.onnx" { input a, b; output c; }
            %s
            property p: P(c > 1000) < 0.1 under Samples;
            """
                .formatted(block));
    CommandRun check = CommandRun.of("check", "--no-certificates", specification);
    assertEquals(0, check.status(), check.err());
  }

  @Test
  void printsTheSameTwice() {
    CommandRun run = fit("--as", "mixture", "--columns", "b", "--distribution", "Two");
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("// A model of data, not the data: a mixture of 2 normal"));
    assertTrue(run.out().contains("distribution Two for Net {\n  b ~ Mixture("), run.out());
    assertEquals(
        run.out(), fit("--as", "mixture", "--columns", "3", "--distribution", "Two").out());
  }

  @Test
  void aKdeOfAWholeFileNeedsNoOther() throws IOException {
    Path whole = Files.writeString(folder.resolve("w.csv"), "a,b\n1,2\n2,1\n");
    CommandRun run = CommandRun.of("fit", whole, "--as", "kde", "--bandwidth", "0.5");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("(a, b) ~ Kde(\"w.csv\", bandwidth = 0.5);"), run.out());
    Files.createDirectory(folder.resolve("deep"));
    CommandRun other =
        CommandRun.of("fit", whole, "--as", "kde", "-o", folder.resolve("deep/block.sure"));
    assertEquals(0, other.status(), other.err());
    assertTrue(
        Files.readString(folder.resolve("deep/block.sure"))
            .contains("Kde(\"../w.csv\", bandwidth = scott)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "--as normal --columns a,c # 2 # FILE has no column 'c'; it has kind, a, b",
        "--as normal --columns a,a # 2 # column 'a' is given twice; name each column once",
        "--as normal # 3 # sample file 'FILE', line 2, column 1: 'red' is not a number; write it like -12, 0.1, 1e-400 or 7/2",
        "--as mixture --columns a --components 0 # 2 # --components is 0; it must be 1 to 50",
        "--as mixture --columns a --components 20 # 2 # FILE has 60 rows, and 20 components of 1 column take at least 100; ask for fewer components",
        "--as kde --columns a # 2 # Kde takes all columns of a file in their order, and FILE has others; name a file for these columns alone with --samples FILE",
        "--as kde --columns a --samples OTHER --bandwidth 0 # 2 # the bandwidth 0 must be positive; it is a standard deviation",
        "--as kde --columns a --samples OTHER --bandwidth wide # 2 # 'wide' is no bandwidth; write scott, silverman or a number such as 0.1",
        "--as kde --columns a --samples FILE # 2 # FILE is there already; name another, or say --force",
        "--as kde --columns a --samples FILE --force # 2 # FILE is named for two things; name a file for each",
        "--as normal --columns a -o FILE --force # 2 # FILE is named for two things; name a file for each",
        "--as kde --columns a --samples OTHER -o OTHER # 2 # OTHER is named for two things; name a file for each",
        "--as normal --columns a --distribution 1st # 2 # '1st' cannot be a name; use letters, digits and _, and begin with no digit",
        "--as normal --columns a --network Samples # 2 # the distribution and the network cannot both be called 'Samples'; rename one",
        "--as normal --columns a -o FOLDER # 2 # FOLDER cannot be written: it is a folder, or its folder is missing",
        "--as normal --columns a -o FOLDER/no/f.sure # 2 # FOLDER/no/f.sure cannot be written: it is a folder, or its folder is missing",
      })
  void saysWhatIsWrong(String arguments, int status, String message) {
    Path other = folder.resolve("other");
    CommandRun run = fit((Object[]) filled(arguments, other).split(" "));
    assertEquals("surety: " + filled(message, other) + "\n", run.err());
    assertEquals(status, run.status());
    assertEquals("", run.out());
    assertFalse(Files.exists(other));
  }

  private String filled(String text, Path other) {
    return text.replace("with --samples FILE", "with --samples #")
        .replace("OTHER", other.toString())
        .replace("FILE", samples.toString())
        .replace("FOLDER", folder.toString())
        .replace("#", "FILE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a\\n1\\n1\\n # --as normal # column 'a' of FILE is 1 in all rows, so that its variance is 0; leave it out of --columns, and write it as a fixed input",
        "a\\n1\\n1\\n # --as kde # column 'a' of FILE is 1 in all rows, so that by the rule scott its bandwidth is 0; give --bandwidth as a number, or leave the column out of --columns",
        "a\\n1\\n # --as mixture # FILE has 1 row, and a normal distribution of 1 column takes at least 2; add rows",
        "a\\n1\\nNaN\\n # --as kde # sample file 'FILE', line 3, column 1: 'NaN' is no number; leave the line out, or fill the hole with a stated model",
        "a,b\\n1,\\n # --as normal # sample file 'FILE', line 2, column 2: there is no number; leave the line out, or fill the hole with a stated model",
        "a,b\\n # --as normal # sample file 'FILE' has no rows; each line is a sample, with a comma between numbers",
      })
  void saysWhatIsWrongWithTheSamples(String lines, String arguments, String message)
      throws IOException {
    samples = Files.writeString(folder.resolve("w.csv"), lines.replace("\\n", "\n"));
    CommandRun run = fit((Object[]) arguments.split(" "));
    assertEquals("surety: " + filled(message, folder) + "\n", run.err());
    assertEquals(3, run.status());
    assertEquals("", run.out());
  }

  @Test
  void aFileThatIsNotThere() {
    Path gone = folder.resolve("gone.csv");
    CommandRun run = CommandRun.of("fit", gone, "--as", "normal");
    assertEquals("surety: " + gone + ": there is no such sample file\n", run.err());
    assertEquals(3, run.status());
    assertEquals(3, CommandRun.of("fit", folder, "--as", "normal").status());
  }

  @Test
  void replacesOnlyIfToldTo() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.sure"), "mine");
    CommandRun refused = fit("--as", "normal", "--columns", "a", "-o", mine);
    assertEquals(2, refused.status());
    assertEquals(
        "surety: " + mine + " is there already; name another, or say --force\n", refused.err());
    assertEquals("mine", Files.readString(mine));
    assertEquals(0, fit("--as", "normal", "--columns", "a", "-o", mine, "--force").status());
    assertTrue(Files.readString(mine).startsWith("// A model of data"));
  }

  @Test
  void optionsBelongToAKind() {
    for (List<Object> wrong :
        List.<List<Object>>of(
            List.of("--as", "normal", "--components", "2"),
            List.of("--as", "kde", "--components", "2"),
            List.of("--as", "mixture", "--bandwidth", "scott"),
            List.of("--as", "normal", "--samples", folder.resolve("new.csv")),
            List.of("--as", "gauss"),
            List.of())) {
      CommandRun run = fit(wrong.toArray());
      assertEquals(2, run.status(), run.err());
      assertEquals("", run.out());
    }
    assertTrue(
        fit("--as", "normal", "--bandwidth", "1")
            .err()
            .startsWith("surety: --bandwidth is for --as kde, not for --as normal\n"));
  }
}
