package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.Samples.PRELUDE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.text.StatementException;

/** Specifications become exactly the statements that they claim. */
class SpecificationReaderTest {
  private static final long SEED = 20261121;

  @TempDir private Path folder;
  private Samples samples;

  @BeforeEach
  void fillFolder() throws IOException {
    samples = new Samples(folder);
  }

  private Obligation only(String text) throws IOException {
    Specification specification = samples.read(text);
    assertEquals(List.of(), specification.diagnostics());
    assertEquals(1, specification.obligations().size());
    return specification.obligations().get(0);
  }

  private static String digest(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** An editor looks at the files that weights are in, and tells when one was exchanged. */
  @Test
  void weightsBesideANetworkAreFilesOfTheSpecification() throws IOException {
    Path weights = Files.write(folder.resolve("outer.data"), new byte[] {0, 0, (byte) 128, 63});
    Files.write(folder.resolve("outer.onnx"), OnnxSample.external("outer.data"));
    String text =
        """
        semantics real;
        network N = "outer.onnx" { input a; output b; }
        distribution D for N { a ~ Uniform(0, 1); }
        property p: P(b > 0.5) <= 0.5 under D;
        """;
    Specification before = samples.read(text);
    assertEquals(List.of(), before.diagnostics());
    assertTrue(before.files().contains(weights), before.files().toString());
    Obligation first = before.obligations().get(0);
    assertEquals(
        List.of(folder.resolve("outer.onnx"), weights),
        first.files().stream().map(DataFile::file).toList());
    Files.write(weights, new byte[] {0, 0, 0, 64});
    Obligation second = samples.read(text).obligations().get(0);
    assertNotEquals(first.statement(), second.statement());
    Files.delete(weights);
    String message = samples.read(text).diagnostics().get(0).message();
    assertTrue(
        message.endsWith(
            "the model keeps data in the file 'outer.data', which is not beside it;"
                + " put it there"),
        message);
  }

  @Test
  void readsAProperty() throws IOException, NoSuchAlgorithmException, StatementException {
    Obligation obligation =
        only(
            PRELUDE
                + "property rare \"R1: rare\":\n"
                + "  P(2 * c - d > 0.5 + d) < 1e-2 under D within 1e-6 timeout 1.5 min threads 2; //"
                + " EXPECT: PROVED\n");
    assertEquals("rare", obligation.name());
    assertEquals(Optional.of("R1: rare"), obligation.title());
    assertEquals(Kind.PROPERTY, obligation.kind());
    assertEquals(folder.resolve("net.onnx"), obligation.networkFiles().get(0));
    assertEquals(Optional.of(WantedGap.parse("1e-6")), obligation.within());
    assertEquals(Optional.of(Duration.ofSeconds(90)), obligation.timeout());
    assertEquals(Optional.of(2), obligation.threads());
    assertEquals(Optional.of(Verdict.PROVED), obligation.expected());
    assertEquals("P(2 * c - d > 0.5 + d) < 1e-2 under D", obligation.text());
    String canonical =
        "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 "
            + digest(OnnxSample.linear(2, 2))
            + " outputs 2\ninputs 2\nx[0] ~ uniform(0, 1)\nx[1] = 1\n"
            + "P(2*y[0] + -2*y[1] > 1/2) < 1/100\n";
    assertEquals(canonical, obligation.statement().canonical());
    assertEquals(obligation.statement(), Statement.parse(canonical));
  }

  @Test
  void readsQueries() throws IOException {
    Specification specification =
        samples.read(
            PRELUDE
                + "query q: P(0.1 >= c) = ? under D;\n"
                + "query r: cdf(d - c/3) under D;\n"
                + "query s: cdf(d) at 7 points under D timeout 10 ms;\n"
                + "query t: cdf(d) at [-1, 0.1, 1/3] under D within 1/1000;\n");
    assertEquals(List.of(), specification.diagnostics());
    List<Obligation> obligations = specification.obligations();
    assertEquals(
        List.of(
            "P(-1*y[0] >= -1/10) = ?",
            "cdf(-1/3*y[0] + 1*y[1]) at 100 points",
            "cdf(1*y[1]) at 7 points",
            "cdf(1*y[1]) at [-1, 1/10, 1/3]"),
        obligations.stream().map(o -> o.statement().claim().canonical()).toList());
    assertEquals(
        List.of(
            "P(0.1 >= c) = ? under D",
            "cdf(d - c/3) under D",
            "cdf(d) at 7 points under D",
            "cdf(d) at [-1, 0.1, 1/3] under D"),
        obligations.stream().map(Obligation::text).toList());
    assertTrue(obligations.stream().allMatch(o -> o.kind() == Kind.QUERY));
    assertTrue(obligations.stream().allMatch(o -> o.expected().isEmpty()));
    assertEquals(Optional.of(Duration.ofMillis(10)), obligations.get(2).timeout());
    assertEquals(Optional.of(WantedGap.parse("1/1000")), obligations.get(3).within());
  }

  @Test
  void readsEachDistribution() throws IOException {
    Files.writeString(folder.resolve("load.csv"), "lower,upper,count\n-1,0,1\n0,0.5,3\n");
    Obligation obligation =
        only(
            """
            semantics real;
            network N = "wide.onnx";
            distribution D for N {
              x[11] = -1/3;
              x[0] ~ Uniform(-1, 1e-3);
              x[1] ~ Beta(2, 1.5);
              x[2] ~ Normal(10, 2);
              x[3] ~ Normal(0, 1) on [-3, 3];
              x[4] ~ Exponential(0.1);
              x[5] ~ Gamma(2, 3);
              x[6] ~ Triangular(0, 0.1, 1);
              x[7] ~ Histogram([0, 1, 2], [1/3, 2/3]);
              x[8] ~ Histogram("load.csv");
              x[9] ~ Beta(2, 2) on [0.25, 0.5];
              x[10] = 1e-400;
            }
            query q: P(y[0] > 0) = ? under D;
            """);
    List<String> lines = obligation.statement().canonical().lines().toList();
    assertEquals(
        List.of(
            "x[0] ~ uniform(-1, 1/1000)",
            "x[1] ~ beta(2, 3/2)",
            "x[2] ~ normal(10, 2)",
            "x[3] ~ normal(0, 1) on [-3, 3]",
            "x[4] ~ exponential(1/10)",
            "x[5] ~ gamma(2, 3)",
            "x[6] ~ triangular(0, 1/10, 1)",
            "x[7] ~ histogram([0, 1, 2], [1/3, 2/3])",
            "x[8] ~ histogram([-1, 0, 1/2], [1/4, 3/4])",
            "x[9] ~ beta(2, 2) on [1/4, 1/2]",
            "x[10] = 1/1" + "0".repeat(400),
            "x[11] = -1/3"),
        lines.subList(5, 17));
  }

  @Test
  void anErrorSpoilsOnlyWhatUsesIt() throws IOException {
    Specification specification =
        samples.read(
            """
            semantics real;
            network N = "net.onnx";
            network M = "missing.onnx";
            distribution D for N { x[0] = 1; x[1] ~ Normal(0, 1); }
            distribution E for N { x[0] = 1; x[1] ~ Normal(0, 0); }
            distribution F for M { x[0] = 1; }
            query a: P(y[0] > 0) = ? under D;
            query b: P(y[0] > 0) = ? under E;
            query c: P(y[0] > 0) = ? under F;
            query d: P(y[0] > y[7]) = ? under D;
            query e: P(y[0] > 0) = ? under D within 0;
            property f: P(y[0] > 0) > 1 under D;
            query g: P(y[0] >) = ? under D;
            query h: P(y[1] > 0) = ? under D;
            """);
    assertEquals(
        List.of("a", "f", "h"),
        specification.obligations().stream().map(Obligation::name).toList());
    assertEquals(
        List.of(
            "network.missing",
            "parameter.range",
            "index.range",
            "gap.range",
            "limit.idle",
            "syntax"),
        specification.diagnostics().stream().map(Diagnostic::code).toList());
  }

  /** What cannot be parsed takes nothing from what stands around it, wherever it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "prop",
        "property",
        "property x",
        "property x:",
        "property x: P(",
        "property x: P(c > 1) < 0.5 under",
        "property x: P(c > 1) < 0.5 under D",
        "property x \"title",
        "distribution X for N {",
        "distribution X for N { a ~ Uniform(0, 1)",
        "network X = ",
        "}",
        ";;",
        "\"",
        "property x: P(c > > 1) < 0.5 under D;",
        "query query",
        "\u00e4 #"
      })
  void whatIsHalfWrittenTakesNothingFromTheRest(String half) throws IOException {
    String a = "property a: P(c > 1) < 0.5 under D;\n";
    String b = "query b: P(c > 2) = ? under D;\n";
    List<Obligation> expected = samples.read(PRELUDE + a + b).obligations();
    for (String text :
        List.of(
            PRELUDE + a + half + "\n" + b,
            PRELUDE + half + "\n" + a + b,
            PRELUDE + a + b + half,
            PRELUDE + half + "\n" + a + half + "\n" + b + half)) {
      Specification read = samples.read(text);
      assertEquals(Severity.ERROR, read.diagnostics().get(0).severity(), text);
      assertEquals(
          expected.stream().map(Obligation::statement).toList(),
          read.obligations().stream().map(Obligation::statement).toList(),
          text);
      for (Obligation obligation : read.obligations()) {
        String line = text.lines().toList().get(obligation.region().line() - 1);
        assertTrue(line.startsWith(obligation.name(), obligation.region().column() - 1), text);
      }
    }
  }

  /** Nothing is claimed of what may mean something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "semantics real",
        "semantics",
        "distribution D for N { a ~ Uniform(0, 1) b = 1; }",
        "distribution D for N { a ~ Uniform(0, 1); b = 1;",
        "network N = \"net.onnx\" { input a b; output c, d; }",
        "/*",
        "\" /* ",
        "property a: P(c > 1) < 0.5 under D"
      })
  void whatDependsOnSomethingBrokenIsNotClaimed(String broken) throws IOException {
    String a = "property a: P(c > 1) < 0.5 under D;\n";
    String word = broken.split(" ", -1)[0];
    String text =
        PRELUDE
                .lines()
                .map(line -> line.startsWith(word) ? broken : line)
                .collect(Collectors.joining("\n", "", "\n"))
            + (PRELUDE.contains("\n" + word) || PRELUDE.startsWith(word) ? "" : broken + "\n")
            + a;
    Specification read = samples.read(text);
    assertEquals(Severity.ERROR, read.diagnostics().get(0).severity(), text);
    assertEquals(List.of(), read.obligations(), text);
  }

  @Test
  void withoutSemanticsNothingIsClaimed() throws IOException {
    String query = "query q: P(c > 0) = ? under D;\n";
    assertEquals(1, samples.read(PRELUDE + query).obligations().size());
    assertEquals(
        List.of(), samples.read(PRELUDE.replace("semantics real;", "") + query).obligations());
    assertEquals(List.of(), samples.read(PRELUDE.replace("real", "float16") + query).obligations());
  }

  @Test
  void theNetworkIsNamedAsTheSpecificationIs() throws IOException {
    Path file = folder.resolve("folder").resolve("sample.sure");
    Files.writeString(file, PRELUDE + "query q: P(c > 0) = ? under D;\n");
    Path roundabout = folder.resolve("folder").resolve("..").resolve("folder");
    Specification specification = new SpecificationReader().read(roundabout.resolve("sample.sure"));
    assertEquals(
        roundabout.resolve("net.onnx"), specification.obligations().get(0).networkFiles().get(0));
  }

  @Test
  void aChangedNetworkFileIsSeen() throws IOException, NoSuchAlgorithmException {
    String text = PRELUDE + "query q: P(c > 0) = ? under D;\n";
    assertEquals(1, samples.read(text).obligations().size());
    byte[] changed = OnnxSample.linear(2, 2);
    changed[changed.length - 1] ^= 0;
    Files.write(folder.resolve("net.onnx"), OnnxSample.linear(2, 3));
    assertEquals(List.of(), samples.read(text).obligations());
    Files.write(folder.resolve("net.onnx"), changed);
    assertEquals(
        digest(changed),
        samples.read(text).obligations().get(0).statement().networks().get(0).digest());
  }

  @Test
  void diagnosticsPointAtThePlace() throws IOException {
    String text = PRELUDE + "/* \u00e4\ud83d\ude00 */ query q: P(cc > 0) = ? under D;\n";
    Diagnostic diagnostic = samples.read(text).diagnostics().get(0);
    assertEquals(Severity.ERROR, diagnostic.severity());
    assertEquals("cc", text.substring(diagnostic.offset()).substring(0, diagnostic.length()));
    assertEquals(4, diagnostic.line());
    assertEquals(text.indexOf("cc") - PRELUDE.length() + 1, diagnostic.column());
    assertEquals(folder.resolve("sample.sure"), diagnostic.file());
  }

  @Test
  void aMissingFileIsAnException() {
    assertThrows(
        NoSuchFileException.class,
        () -> new SpecificationReader().read(folder.resolve("missing.sure")));
  }

  @Test
  void windowsLinesAndAByteOrderMarkAreNoProblem() throws IOException {
    String text = PRELUDE + "property p: P(c > 0) < 0.5 under D;\n// EXPECT: VIOLATED\n";
    Obligation obligation = only("\uFEFF" + text.replace("\n", "\r\n"));
    assertEquals(Optional.of(Verdict.VIOLATED), obligation.expected());
    assertEquals(only(text), obligation);
  }

  @Test
  void hostileFilesGetOneMessage() throws IOException {
    assertRefused("text.too-large", "x".repeat(9 << 20).getBytes(StandardCharsets.UTF_8));
    assertRefused("text.too-large", "; ".repeat(2 << 20).getBytes(StandardCharsets.UTF_8));
    assertRefused("text.not-text", new byte[] {'a', 0, 'b'});
    assertRefused("text.not-text", new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
    assertRefused("text.not-text", OnnxSample.linear(2, 2));
    String deep = PRELUDE + "query q: P(" + "(".repeat(100_000) + "c > 0) = ? under D;";
    assertRefused("text.too-deep", deep.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(String code, byte[] bytes) throws IOException {
    Path file = folder.resolve("hostile.sure");
    Files.write(file, bytes);
    Specification specification = new SpecificationReader().read(file);
    assertEquals(List.of(), specification.obligations());
    assertEquals(
        List.of(code), specification.diagnostics().stream().map(Diagnostic::code).toList());
  }

  /** Random words of the language, and random damage to a sound specification. */
  @Test
  void garbageIsNeverAnException() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    String sound = SpecificationGenerator.text(random);
    for (int i = 0; i < 200; i++) {
      String text = i % 2 == 0 ? SpecificationGenerator.words(random) : damaged(sound, random);
      Specification specification = samples.read(text);
      assertEquals(text, specification.text());
      for (Diagnostic d : specification.diagnostics()) {
        assertTrue(d.line() >= 1 && d.column() >= 1 && d.offset() <= text.length(), text);
        assertTrue(!d.message().isBlank() && !d.message().contains("\n"), d.message());
        assertTrue(!d.message().contains("RULE_") && !d.message().contains("null"), d.message());
        assertTrue(!d.code().contains("org.eclipse"), d.code() + ": " + text);
      }
    }
  }

  private static String damaged(String text, SplittableRandom random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int from = random.nextInt(damaged.length());
      int to = Math.min(damaged.length(), from + random.nextInt(12));
      String part = damaged.substring(from, to);
      switch (random.nextInt(3)) {
        case 0 -> damaged.delete(from, to);
        case 1 -> damaged.insert(random.nextInt(damaged.length()), part);
        default -> damaged.setCharAt(from, (char) random.nextInt(32, 127));
      }
    }
    return damaged.toString();
  }
}
