package surety.certificates.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.certificates.fuzz.Fuzz;
import surety.certificates.nnet.NnetFiles;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/**
 * Everything that the kernel reads, damaged in all ways: a network, a statement or a verdict comes
 * of it, or the error that is promised, and nothing else.
 */
class ReadersFuzzTest {
  private static final int COUNT = 4_000;

  /** The longest message, whatever it quotes. */
  private static final int LONGEST = 2_000;

  private static final String[] WORDS = {
    "real",
    "float32",
    "float64",
    "accuracy",
    "uniform",
    "normal",
    "beta",
    "gamma",
    "weibull",
    "pareto",
    "cauchy",
    "studentt",
    "lognormal",
    "histogram",
    "polynomial",
    "density",
    "on",
    "within",
    "root",
    "branch",
    "branches",
    "rest",
    "summands",
    "coordinates",
    "cdf",
    "points",
    "quantile",
    "cvar",
    "E",
    "P",
    "Var",
    "Std",
    "Cov",
    "Corr",
    "abs",
    "and",
    "or",
    "not",
    "in",
    "outputs",
    "inputs",
    "network sha256",
    "u[0]",
    "x[0]",
    "y[0]",
    "y[2147483648]",
    "inf"
  };

  /** A case of those for any checker. */
  @SuppressWarnings("ArrayRecordComponent") // nobody writes into it
  private record Sound(String statement, List<NetworkContent> networks, byte[] certificate) {
    boolean isOfRegions() {
      return RegionStatement.isOne(statement);
    }

    boolean isOfSupport() {
      return SupportStatement.isOne(statement);
    }

    /** Of its problem there is a tree of cells. */
    boolean isOfCells() {
      return !isOfRegions() && !isOfSupport();
    }
  }

  private static Path folder() {
    try {
      return Path.of(ReadersFuzzTest.class.getResource("/cases.csv").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Sound> sound() throws IOException {
    List<Sound> all = new ArrayList<>();
    for (String line : Files.readAllLines(folder().resolve("cases.csv"))) {
      String[] fields = line.split(",", -1);
      if (fields[0].startsWith("valid/")) {
        List<NetworkContent> networks = new ArrayList<>();
        for (String name : fields[2].split(" ", -1)) {
          networks.add(NetworkContent.load(folder().resolve(name), Files::readAllBytes));
        }
        String statement = Files.readString(folder().resolve(fields[1]));
        all.add(new Sound(statement, networks, Files.readAllBytes(folder().resolve(fields[3]))));
      }
    }
    return all;
  }

  private static boolean isRefused(Exception e) {
    assertTrue(!e.getMessage().isBlank(), e::toString);
    assertTrue(e.getMessage().length() < LONGEST, e::getMessage);
    return false;
  }

  private static boolean isRead(NetworkContent content) {
    try {
      return content.network(Stop.NEVER).inputs() > 0;
    } catch (NetworkFormatException e) {
      return isRefused(e);
    }
  }

  @Test
  void networksAreReadOrRefused() throws IOException {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder().resolve("networks"))) {
      for (Path file : all.filter(path -> path.toString().endsWith(".onnx")).sorted().toList()) {
        files.add(Files.readAllBytes(file));
      }
    }
    int read = Fuzz.ofBytes(files).run(COUNT, file -> isRead(NetworkContent.of(file)));
    assertTrue(read > COUNT / 50, () -> read + " were read");
  }

  @Test
  void dataBesideNetworksIsReadOrRefused() throws IOException {
    Path file = folder().resolve("networks/external.onnx");
    byte[] weights = Files.readAllBytes(file.resolveSibling("external.weights"));
    byte[] biases = Files.readAllBytes(file.resolveSibling("external.biases"));
    Fuzz.ofBytes(List.of(weights, biases))
        .run(
            COUNT / 4,
            damaged -> {
              try {
                return isRead(
                    NetworkContent.load(
                        file, path -> path.equals(file) ? Files.readAllBytes(path) : damaged));
              } catch (NetworkFormatException e) {
                return isRefused(e);
              }
            });
  }

  @Test
  void nnetFilesAreReadOrRefused() throws IOException {
    String other = Files.readString(folder().resolve("networks/nnet.nnet"));
    int read =
        Fuzz.ofTexts(List.of(NnetFiles.SMALL, other), "1e5", "//", "-1", "100000")
            .run(COUNT, file -> isRead(NetworkContent.of(file)));
    assertTrue(read > COUNT / 100, () -> read + " were read");
  }

  /** What is accepted is canonical; then the certificate is given to it as its own. */
  @Test
  void statementsAreReadOrRefused() throws IOException {
    List<Sound> sound = sound();
    Fuzz fuzz = Fuzz.ofTexts(sound.stream().map(Sound::statement).distinct().toList(), WORDS);
    int read =
        fuzz.run(
            COUNT,
            file -> {
              String text = new String(file, UTF_8);
              try {
                return RegionStatement.isOne(text)
                    ? isOfRegions(RegionStatement.parse(text), text, sound)
                    : SupportStatement.isOne(text)
                        ? isOfSupport(SupportStatement.parse(text), text, sound)
                        : isOfProblem(Statement.parse(text), text, sound);
              } catch (StatementException e) {
                return isRefused(e);
              }
            });
    assertTrue(read > COUNT / 100, () -> read + " were read");
  }

  private static boolean isOfProblem(Statement statement, String text, List<Sound> sound)
      throws IOException {
    assertEquals(text, statement.canonical());
    for (Sound each : sound) {
      if (each.isOfCells() && isAbout(text, each)) {
        try {
          answered(
              Replay.run(statement, each.networks, new ByteArrayInputStream(of(text, each)), 1));
        } catch (NetworkFormatException e) {
          isRefused(e);
        }
        return true;
      }
    }
    return true;
  }

  private static boolean isOfRegions(RegionStatement statement, String text, List<Sound> sound)
      throws IOException {
    assertEquals(text, statement.canonical());
    for (Sound each : sound) {
      if (each.isOfRegions() && isAbout(text, each)) {
        byte[] certificate = of(text, each);
        RegionReplay.run(
            statement,
            each.networks.get(0),
            new ByteArrayInputStream(certificate),
            region -> {},
            Stop.NEVER);
        return true;
      }
    }
    return true;
  }

  private static boolean isOfSupport(SupportStatement statement, String text, List<Sound> sound)
      throws IOException {
    assertEquals(text, statement.canonical());
    for (Sound each : sound) {
      if (each.isOfSupport() && isAbout(text, each)) {
        ByteArrayInputStream in = new ByteArrayInputStream(of(text, each));
        SupportReplay.run(statement, each.networks.get(0), in, pattern -> {}, Stop.NEVER);
        return true;
      }
    }
    return true;
  }

  /** Whether they are about the same networks, and mostly the same inputs. */
  private static boolean isAbout(String text, Sound sound) {
    int digest = sound.statement.indexOf("network sha256");
    return text.contains(sound.statement.substring(digest, digest + 79))
        && text.contains(
            sound.statement.lines().filter(l -> l.startsWith("inputs")).findAny().get());
  }

  /** The certificate with another statement, and a digest to match. */
  private static byte[] of(String statement, Sound sound) {
    String text = new String(sound.certificate, ISO_8859_1);
    int from = text.indexOf('\n') + 1;
    int to = text.indexOf(Header.END_OF_STATEMENT);
    return Certificates.sealed(
        (text.substring(0, from) + statement + text.substring(to)).getBytes(ISO_8859_1));
  }

  private static void answered(ReplayResult result) {
    result.reason().ifPresent(reason -> assertTrue(reason.message().length() < LONGEST));
  }

  @Test
  void certificatesAreReplayedOrRefused() throws IOException {
    List<Sound> sound = sound();
    List<Predicate<Sound>> kinds =
        List.of(Sound::isOfCells, Sound::isOfRegions, Sound::isOfSupport);
    for (Predicate<Sound> kind : kinds) {
      List<Sound> all = sound.stream().filter(kind).toList();
      Fuzz fuzz = Fuzz.ofBytes(all.stream().map(Sound::certificate).toList());
      int[] next = {0};
      fuzz.run(
          all.get(0).isOfCells() ? COUNT / 2 : COUNT / 16,
          file -> {
            Sound given = all.get(next[0]++ % all.size());
            for (byte[] each : List.of(file, own(given, file))) {
              replayed(given, each);
            }
            return true;
          });
    }
  }

  /** What was damaged, under the statement that it is given with, and with a digest. */
  private static byte[] own(Sound given, byte[] file) {
    String text = new String(file, ISO_8859_1);
    int from = text.indexOf(Header.END_OF_STATEMENT);
    String whole =
        text.substring(0, text.indexOf('\n') + 1)
            + given.statement
            + (from < 0 ? "" : text.substring(from));
    byte[] bytes = whole.getBytes(ISO_8859_1);
    return bytes.length > 80 ? Certificates.sealed(bytes) : bytes;
  }

  private static void replayed(Sound given, byte[] certificate)
      throws IOException, StatementException {
    ByteArrayInputStream in = new ByteArrayInputStream(certificate);
    if (given.isOfRegions()) {
      RegionStatement statement = RegionStatement.parse(given.statement);
      RegionReplay.run(statement, given.networks.get(0), in, region -> {}, Stop.NEVER);
    } else if (given.isOfSupport()) {
      SupportStatement statement = SupportStatement.parse(given.statement);
      SupportReplay.run(statement, given.networks.get(0), in, pattern -> {}, Stop.NEVER);
    } else {
      answered(Replay.run(Statement.parse(given.statement), given.networks, in, 1));
    }
  }
}
