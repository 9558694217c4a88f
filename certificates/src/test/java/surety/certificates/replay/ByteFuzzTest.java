package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/**
 * Certificates whose bytes were changed at random, under a digest that was computed anew: what is
 * VALID is true, and what is not ends with a verdict, soon.
 */
@Timeout(100)
class ByteFuzzTest {
  private static final byte[] DOUBLE = OnnxFiles.line(2);
  private static final byte[] MINUS = OnnxFiles.line(-1);
  private static final List<byte[]> NETWORKS = List.of(DOUBLE, MINUS);
  private static final List<Truncation> TRUNCATIONS = List.of(new Truncation(0, 30));
  private static final double LN2 = Math.log(2);

  /** Closed forms in doubles are off by less. */
  private static final double CLOSE = 1e-13;

  private static final int VARIANTS = 400;

  /**
   * A claim about y[0] = 2 x and y[1] = -x with x exponential of rate 1.
   *
   * @param numbers the free ones
   * @param truths one for each bound
   */
  private record Known(String claim, List<Double> numbers, List<Double> truths) {
    static Known of(String claim, double truth, Double... numbers) {
      return new Known(claim + " = ?", List.of(numbers), List.of(truth));
    }

    Statement statement() {
      try {
        return Statement.parse(
            """
            surety statement 2
            semantics real
            networks 2
            network sha256 %s outputs 1
            network sha256 %s outputs 1
            inputs 1
            x[0] ~ exponential(1)
            %s
            """
                .formatted(Sha256.of(DOUBLE), Sha256.of(MINUS), claim));
      } catch (StatementException e) {
        throw new AssertionError(claim, e);
      }
    }
  }

  private static final List<Known> CLAIMS =
      List.of(
          Known.of("P((1*y[0] <= 1 and 1*y[1] < -1/5))", Math.exp(-0.2) - Math.exp(-0.5)),
          Known.of("P(not (1*y[0] <= 1 or 1*x[0] > 3))", Math.exp(-0.5) - Math.exp(-3)),
          Known.of("P(1*y[0] <= 1 | 1*y[1] >= -2)", Math.expm1(-0.5) / Math.expm1(-2)),
          Known.of("(P(1*y[0] > 1) / P(1*y[1] <= -1/4))", Math.exp(-0.25)),
          Known.of("E(1*y[0])", 2, 1.0),
          Known.of("E(1*y[0] | 1*y[1] < -1)", 4, 2.0),
          Known.of("Var(1*y[1])", 1, -0.5),
          Known.of("Std(1*y[0])", 2, 2.0),
          Known.of("Cov(1*y[0], 1*y[1])", -2, 1.5, -1.0),
          Known.of("Corr(1*y[0], 1*y[1])", -1, 2.0, -1.0),
          Known.of("quantile(1*y[0], 1/2)", 2 * LN2, 1.0, 1.5),
          Known.of("cvar(1*y[1], 1/2)", LN2 - 1, -0.75, -0.625),
          new Known(
              "cdf(1*y[0]) at [1/2, 1, 3]",
              List.of(0.5, 1.0, 3.0),
              List.of(-Math.expm1(-0.25), -Math.expm1(-0.5), -Math.expm1(-1.5))),
          new Known(
              "cdf(1*y[0] | 1*y[1] >= -2) at [1/2, 3]",
              List.of(0.5, 3.0),
              Stream.of(-0.25, -1.5).map(t -> Math.expm1(t) / Math.expm1(-2)).toList()));

  private static byte[] tree() {
    return Trees.tree(
        writer -> {
          writer.boxSplit(0, 4);
          writer.boxSplit(0, 0.5);
          writer.triangulate(new int[] {9});
          writer.edgeSplit(0, 1, 0.375);
          writer.simplexLeaf(0);
          writer.simplexLeaf(0, 4);
          writer.triangulate(new int[] {12});
          writer.edgeSplit(0, 1, 0.25);
          writer.simplexLeaf(0);
          writer.simplexLeaf(0);
          writer.boxSplit(0, 12);
          writer.triangulate(new int[] {15});
          writer.simplexLeaf(0);
          writer.boxLeaf();
        });
  }

  /** Claimed with some room, so that a tree may be worse and the claim still follows. */
  private static byte[] certificate(Known known) {
    Statement statement = known.statement();
    List<Rational> numbers = known.numbers.stream().map(Rational::ofDouble).toList();
    try {
      List<Network> networks = new ArrayList<>();
      for (byte[] file : NETWORKS) {
        networks.add(OnnxReader.read(file));
      }
      Problem problem = Problem.of(statement, networks, TRUNCATIONS, Stop.NEVER);
      List<Enclosure> wider =
          Trees.bounds(problem, numbers, tree(), 1).stream().map(ByteFuzzTest::wider).toList();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Header header = new Header(statement, TRUNCATIONS, numbers, wider);
      CertificateWriter.write(header, new ByteArrayInputStream(tree()), out);
      return out.toByteArray();
    } catch (IOException | RejectedException e) {
      throw new AssertionError(e);
    }
  }

  private static Enclosure wider(Enclosure bounds) {
    Dyadic room = Dyadic.of(0x1p-10);
    assertTrue(bounds.isBounded(), bounds::toString);
    return Enclosure.of(bounds.lower().dyadic().minus(room), bounds.upper().dyadic().plus(room));
  }

  private static ReplayResult replay(Statement statement, byte[] certificate) {
    try {
      return Replay.run(
          statement,
          NETWORKS.stream().map(NetworkContent::of).toList(),
          new ByteArrayInputStream(certificate),
          1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** True or not, whatever the bytes say; at an infinite end there is nothing to be wrong. */
  private static void requireTruth(Known known, ReplayResult result, String what) {
    assertEquals(known.truths.size(), result.bounds().size(), what);
    for (int k = 0; k < known.truths.size(); k++) {
      Enclosure bounds = result.bounds().get(k);
      double truth = known.truths.get(k);
      String both = what + ": " + truth + " and " + bounds;
      assertTrue(bounds.lower().doubleFloor() <= truth + CLOSE, both);
      assertTrue(bounds.upper().doubleCeiling() >= truth - CLOSE, both);
    }
  }

  @Test
  void whatIsValidIsTrue() {
    SplittableRandom random = new SplittableRandom(81);
    int valid = 0;
    int refused = 0;
    for (Known known : CLAIMS) {
      Statement statement = known.statement();
      byte[] certificate = certificate(known);
      ReplayResult unchanged = replay(statement, certificate);
      assertEquals(ReplayVerdict.VALID, unchanged.replay(), unchanged.toString());
      requireTruth(known, unchanged, known.claim);
      for (int i = 0; i < VARIANTS; i++) {
        byte[] changed = Certificates.sealed(changed(certificate, random));
        ReplayResult result = replay(statement, changed);
        String what = known.claim + " " + i;
        if (result.replay() == ReplayVerdict.VALID) {
          requireTruth(known, result, what);
          valid++;
        } else {
          assertTrue(result.reason().isPresent() && result.bounds().isEmpty(), what);
          refused++;
        }
      }
    }
    String counts = valid + " valid, " + refused + " refused";
    assertTrue(valid > 200 && refused > 2000, counts);
  }

  /** Without the digest nothing that was changed passes. */
  @Test
  void nothingPassesUnderTheOldDigest() {
    SplittableRandom random = new SplittableRandom(82);
    for (Known known : CLAIMS) {
      Statement statement = known.statement();
      byte[] certificate = certificate(known);
      for (int i = 0; i < VARIANTS / 4; i++) {
        byte[] changed = changed(certificate, random);
        boolean isSame = Arrays.equals(changed, certificate);
        ReplayVerdict verdict = replay(statement, changed).replay();
        assertEquals(isSame, verdict == ReplayVerdict.VALID, known.claim + " " + i);
      }
    }
  }

  /** Whatever the tree of regions looks like, the regions are the same ones. */
  @Test
  void regionsAreThoseThatThereAre() throws IOException, RejectedException {
    SplittableRandom random = new SplittableRandom(83);
    byte[] certificate = RegionReplayTest.certificate();
    long regions = regions(certificate).outcome().orElseThrow().regions();
    int refused = 0;
    for (int i = 0; i < 4 * VARIANTS; i++) {
      byte[] changed = Certificates.sealed(changed(certificate, random));
      RegionReplayResult result = regions(changed);
      if (result.replay() == ReplayVerdict.VALID) {
        assertEquals(regions, result.outcome().orElseThrow().regions(), "variant " + i);
        assertTrue(result.outcome().orElseThrow().total().contains(1), "variant " + i);
      } else {
        assertTrue(result.reason().isPresent());
        refused++;
      }
    }
    int all = refused;
    assertTrue(all > VARIANTS, () -> all + " refused");
  }

  private static RegionReplayResult regions(byte[] certificate) throws IOException {
    return RegionReplay.run(
        RegionReplayTest.STATEMENT,
        NetworkContent.of(Certificates.NETWORK),
        new ByteArrayInputStream(certificate),
        region -> {},
        Stop.NEVER);
  }

  /** One or two changes: anywhere before the end marker, in the numbers and bounds, in the tree. */
  private static byte[] changed(byte[] certificate, SplittableRandom random) {
    String text = new String(certificate, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf(Replay.END);
    int tree = text.indexOf("\ntree\n") + 6;
    int numbers = text.indexOf("\n", text.indexOf(Header.END_OF_STATEMENT) + 1);
    int bounds = Math.max(numbers, text.indexOf("\nbounds "));
    int[][] parts = {{0, end}, {numbers, tree}, {bounds, tree}, {tree, end}};
    byte[] body = Arrays.copyOf(certificate, end);
    for (int k = random.nextInt(1, 3); k > 0; k--) {
      int[] part = parts[random.nextInt(parts.length)];
      int to = Math.min(part[1], body.length);
      int at = random.nextInt(Math.min(part[0], to - 1), to);
      body = changed(body, at, random);
    }
    return Certificates.concat(body, Arrays.copyOfRange(certificate, end, certificate.length));
  }

  private static byte[] changed(byte[] body, int at, SplittableRandom random) {
    int to = Math.min(body.length, at + random.nextInt(1, 9));
    byte[] before = Arrays.copyOf(body, at);
    byte[] part = Arrays.copyOfRange(body, at, to);
    byte[] after = Arrays.copyOfRange(body, to, body.length);
    byte[] result = body.clone();
    switch (random.nextInt(7)) {
      case 0 -> result[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> result[at] = (byte) random.nextInt(256);
      case 2, 3 -> result[at] = (byte) "0123456789abcdef-+.p \n".charAt(random.nextInt(22));
      case 4 -> result = Certificates.concat(before, after);
      case 5 -> result = Certificates.concat(before, part, part, after);
      default -> {
        byte[] elsewhere = part.clone();
        random.nextBytes(elsewhere);
        result = Certificates.concat(before, elsewhere, part, after);
      }
    }
    return result.length > 1 ? result : body;
  }
}
