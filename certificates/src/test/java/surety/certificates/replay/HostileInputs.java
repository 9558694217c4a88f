package surety.certificates.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.Trees;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.Prefix;
import surety.certificates.region.RegionProblem;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/**
 * Makes hostile inputs, when they are needed and not before, and answers them: with the verdict of
 * a replay, or the message of a refusal.
 *
 * @param names what names a size
 * @param answer makes the input, and gives what it is answered with
 */
record HostileInputs(String names, Supplier<String> answer) {
  private static final String TREE = "\ntree\n";

  @Override
  public String toString() {
    return names;
  }

  private interface Replaying {
    ReplayVerdict replay() throws IOException, StatementException, RejectedException;
  }

  private static HostileInputs of(String names, Replaying replaying) {
    return new HostileInputs(
        names,
        () -> {
          try {
            return replaying.replay().name();
          } catch (StatementException | NetworkFormatException | RejectedException e) {
            return e.getMessage();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static HostileInputs certificate(String names, Supplier<String> text) {
    return of(
        "certificate: " + names,
        () ->
            Certificates.replay(Certificates.property(), text.get().getBytes(ISO_8859_1)).replay());
  }

  static HostileInputs tree(String names, Supplier<byte[]> tree) {
    return of(
        "tree: " + names,
        () -> {
          Header header = Certificates.header(Certificates.property(), Certificates.tree());
          byte[] certificate = Certificates.write(header, tree.get());
          return Certificates.replay(Certificates.property(), certificate).replay();
        });
  }

  static HostileInputs statement(String names, Supplier<String> text) {
    return of(
        "statement: " + names,
        () -> {
          Statement statement = Statement.parse(text.get());
          return Certificates.replay(statement, OnnxFiles.line(1), new byte[0]).replay();
        });
  }

  static HostileInputs regions(String names, Supplier<byte[]> certificate) {
    return streamed(names, () -> new ByteArrayInputStream(certificate.get()));
  }

  private static HostileInputs streamed(String names, Supplier<InputStream> certificate) {
    return of(
        "region certificate: " + names,
        () ->
            RegionReplay.run(
                    RegionReplayTest.STATEMENT,
                    NetworkContent.of(Certificates.NETWORK),
                    certificate.get(),
                    region -> {},
                    Stop.NEVER)
                .replay());
  }

  static HostileInputs network(String names, Supplier<byte[]> file) {
    return of(
        "network: " + names,
        () -> {
          OnnxReader.read(file.get());
          return ReplayVerdict.INVALID; // it is small enough
        });
  }

  /** A claim about so many outputs of a square matrix, each with its coefficient. */
  static HostileInputs claim(String names, int outputs, IntFunction<String> coefficient) {
    return of(
        "statement: " + names,
        () -> {
          double[][] weights = new double[outputs][outputs];
          for (double[] row : weights) {
            Arrays.setAll(row, k -> k % 7 / 8.0);
          }
          String form =
              IntStream.range(0, outputs)
                  .mapToObj(k -> coefficient.apply(k + 1) + "*y[" + k + "]")
                  .collect(Collectors.joining(" + "));
          Statement statement =
              Statement.parse(
                  inputs(outputs, "= 1")
                      .replace("outputs 1\n", "outputs " + outputs + "\n")
                      .replace("1*y[0]", form));
          Problem.of(
              statement,
              List.of(
                  Network.chain(outputs, List.of(AffineLayer.of(weights, new double[outputs])))),
              List.of(),
              Stop.NEVER);
          return ReplayVerdict.INVALID; // it is short enough
        });
  }

  /** The regions of a network that divides by 1.1 again and again, with a ReLU in between. */
  static HostileInputs chain(String names, int length) {
    return of(
        "region certificate: " + names,
        () -> {
          byte[] network = OnnxFiles.chain(length);
          RegionStatement statement =
              new RegionStatement(Sha256.of(network), Statements.inputs("uniform(1, 2)"));
          RegionProblem problem =
              RegionProblem.of(
                  statement.law().branches().get(0),
                  OnnxReader.read(network),
                  List.of(new Truncation(0, 0)),
                  List.of(new AxisPlan(1, List.of())),
                  Stop.NEVER);
          for (Prefix prefix = problem.root(); !prefix.isLeaf(); ) {
            prefix = prefix.decided(true, false);
          }
          return ReplayVerdict.INVALID; // it is short enough
        });
  }

  // texts of certificates

  /** A certificate that is about another statement. */
  static String foreign(String claim) {
    return Header.TITLE + "\n" + statement("= 0", claim) + Header.END_OF_STATEMENT + "\n";
  }

  /** A certificate with another header. */
  static String changed(String from, String to) {
    String text = new String(Certificates.certificate(Certificates.property()), ISO_8859_1);
    if (!text.contains(from)) {
      throw new AssertionError(from);
    }
    return text.replace(from, to);
  }

  static byte[] changedRegions(String from, String to) {
    return Certificates.tampered(regionCertificate(), from, to);
  }

  /** A region certificate with another tree. */
  static byte[] regionTree(byte[] tree) {
    String text = new String(regionCertificate(), ISO_8859_1);
    String header = text.substring(0, text.indexOf(TREE) + TREE.length());
    return Certificates.concat(header.getBytes(ISO_8859_1), tree);
  }

  private static byte[] regionCertificate() {
    try {
      return RegionReplayTest.certificate();
    } catch (IOException | RejectedException e) {
      throw new AssertionError(e);
    }
  }

  // texts of statements

  static String claim(String claim) {
    return statement("= 0", claim);
  }

  static String statement(String input, String claim) {
    return "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 "
        + Sha256.of(OnnxFiles.line(1))
        + " outputs 1\ninputs 1\nx[0] "
        + input
        + "\n"
        + claim
        + "\n";
  }

  /** A statement with one more input after the other. */
  static String inputs(int count, String input) {
    StringBuilder text = new StringBuilder("inputs " + count + "\n");
    for (int i = 0; i < count; i++) {
      text.append("x[").append(i).append("] ").append(input).append('\n');
    }
    return claim("P(1*y[0] < 1) < 1").replace("inputs 1\nx[0] = 0\n", text);
  }

  static String list(int count, IntFunction<String> element) {
    return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A histogram whose weights have denominators with hardly anything in common. */
  static String fractions(int count, int digits) {
    SplittableRandom random = new SplittableRandom(1);
    return "~ histogram("
        + list(count + 1, String::valueOf)
        + ", "
        + list(count, k -> "1/" + digits(random, digits))
        + ")";
  }

  private static final SplittableRandom RANDOM = new SplittableRandom(2);

  /** The digits of an odd number. */
  static String digits(int count) {
    return digits(RANDOM, count);
  }

  private static String digits(SplittableRandom random, int count) {
    return random
        .ints(count, 0, 10)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("", "1", "1"));
  }

  // trees

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] filled(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** Cuts of a box, each of the part above the one before, at halves of what is left. */
  static byte[] cuts(int count) {
    return written(
        out -> {
          for (int i = 0; i < count; i++) {
            out.write(bytes(1, 0, 1));
            out.writeDouble(64 * (double) (count - i) / (count + 1));
          }
        });
  }

  /** Cuts of an edge, each of the first part of the one before. */
  static byte[] edges(int count) {
    return written(
        out -> {
          for (int i = 0; i < count; i++) {
            out.write(0x80);
            out.writeDouble(0.999);
          }
        });
  }

  /** A combination with so many multipliers of half-spaces that are as long as they can be. */
  static HostileInputs multipliers(String names, int count) {
    byte[] start = bytes(2, 0, 1, 1, 255, 255);
    byte[] term = Certificates.concat(bytes(0, 0, 0, 0, 255, 255), filled(0xffff, 0x7f));
    return streamed(
        names,
        () -> {
          List<InputStream> parts = new ArrayList<>();
          parts.add(new ByteArrayInputStream(regionTree(start)));
          for (int i = 0; i < count; i++) {
            parts.add(new ByteArrayInputStream(term));
          }
          return new SequenceInputStream(Collections.enumeration(parts));
        });
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * A cdf of so many points, and a tree far out in the tail of a normal input, cut so that the
   * masses of the leaves are 2^-512, 2^-1024 and so on: each a sum of its own for each point.
   */
  static HostileInputs scales(String names, int points, int leaves) {
    return of(
        names,
        () -> {
          Statement statement =
              new Statement(
                  Sha256.of(Certificates.NETWORK),
                  Statements.inputs("normal(0, 1)", "normal(0, 1)"),
                  1,
                  new BandClaim(Certificates.Y, new EvenThresholds(points)));
          Truncation truncation = new Truncation(-2000, 2000);
          StringBuilder header = new StringBuilder(Header.TITLE + "\n" + statement.canonical());
          header.append(Header.END_OF_STATEMENT).append('\n');
          header.append(HeaderFields.text(List.of(truncation, truncation)));
          header.append("numbers ").append(points).append('\n');
          for (int k = 0; k < points; k++) {
            header.append(k).append('\n');
          }
          header.append("bounds ").append(points).append('\n');
          header.append("0x0p0 0x1p0\n".repeat(points)).append("tree\n");
          byte[] certificate =
              Certificates.concat(
                  header.toString().getBytes(ISO_8859_1), tails(leaves), "\n".getBytes(ISO_8859_1));
          return Certificates.replay(statement, certificate).replay();
        });
  }

  /** A joint cdf of three forms, and a single leaf, in which all of them are open everywhere. */
  static HostileInputs grid(String names, int pointsOfEach) {
    return of(
        names,
        () -> {
          List<Rational> outputs = List.of(Rational.ONE);
          EvenThresholds thresholds = new EvenThresholds(pointsOfEach);
          Statement statement =
              new Statement(
                  Sha256.of(Certificates.NETWORK),
                  Statements.inputs("uniform(0, 1)", "uniform(0, 1)"),
                  1,
                  new BandClaim(
                      List.of(
                          Certificates.Y,
                          new AffineForm(outputs, List.of(Rational.ONE, Rational.ZERO)),
                          new AffineForm(outputs, List.of(Rational.ZERO, Rational.ONE))),
                      Optional.empty(),
                      List.of(thresholds, thresholds, thresholds)));
          int points = pointsOfEach * pointsOfEach * pointsOfEach;
          StringBuilder header = new StringBuilder(Header.TITLE + "\n" + statement.canonical());
          header.append(Header.END_OF_STATEMENT).append('\n');
          header.append("truncations 2\n").append("0x0p0 0x1p0\n".repeat(2));
          header.append("numbers ").append(3 * pointsOfEach).append('\n');
          for (int k = 0; k < 3 * pointsOfEach; k++) {
            header.append(1 + k % pointsOfEach).append("/1000000007\n");
          }
          header.append("bounds ").append(points).append('\n');
          header.append("0x0p0 0x1p0\n".repeat(points)).append("tree\n");
          byte[] certificate =
              Certificates.concat(
                  header.toString().getBytes(ISO_8859_1),
                  Trees.boxLeaf(),
                  "\n".getBytes(ISO_8859_1));
          return Certificates.replay(statement, certificate).replay();
        });
  }

  private static byte[] tails(int leaves) {
    return Trees.tree(
        writer -> {
          for (int k = 1; k < leaves; k++) {
            writer.boxSplit(0, Math.sqrt(2 * Math.log(2) * (512.0 * k - 256)));
            writer.boxLeaf();
          }
          writer.boxLeaf();
        });
  }
}
