package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.Trees;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Semantics;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.statement.Verdict;
import surety.certificates.writing.CertificateWriter;

class ReplayTest {
  private static final Statement PROPERTY = Certificates.property();
  private static final byte[] VALID = Certificates.certificate(PROPERTY);

  private static void requireInvalid(ReplayResult result, String reason) {
    assertEquals(ReplayVerdict.INVALID, result.replay(), result.toString());
    assertTrue(result.reason().orElseThrow().message().contains(reason), result.toString());
    assertTrue(result.bounds().isEmpty());
    assertTrue(result.verdict().isEmpty());
  }

  private static void requireIncomplete(ReplayResult result, String reason) {
    assertEquals(ReplayVerdict.INCOMPLETE, result.replay(), result.toString());
    assertTrue(result.reason().orElseThrow().message().contains(reason), result.toString());
    assertTrue(result.bounds().isEmpty());
  }

  private static void requireInvalid(byte[] certificate, String reason) {
    requireInvalid(Certificates.replay(PROPERTY, certificate), reason);
  }

  /** The certificate with another tree, the claimed bounds left as they are. */
  private static byte[] withTree(byte[] tree) {
    return Certificates.write(Certificates.header(PROPERTY, Certificates.tree()), tree);
  }

  @Test
  void aCertificateIsValid() {
    ReplayResult result = Certificates.replay(PROPERTY, VALID);
    assertEquals(ReplayVerdict.VALID, result.replay(), result.toString());
    assertEquals(6, result.leaves());
    assertEquals(Optional.of(Verdict.PROVED), result.verdict());
    Enclosure bounds = result.bounds().get(0);
    assertTrue(result.numbers().isEmpty());
    assertTrue(bounds.lower().compareTo(bounds.upper()) <= 0);
    // P(x1 + x2 <= 5/4) for a uniform and a normal, to the digits that so few cells give
    assertTrue(bounds.lower().doubleFloor() > 0.6 && bounds.upper().doubleCeiling() < 0.95);
  }

  @Test
  void otherClaimsAreValid() {
    for (Comparison comparison : Comparison.values()) {
      Statement statement = Certificates.property(comparison, Comparison.LESS, Rational.of(1, 100));
      ReplayResult result = Certificates.replay(statement, Certificates.certificate(statement));
      assertEquals(ReplayVerdict.VALID, result.replay());
      assertEquals(Optional.of(Verdict.VIOLATED), result.verdict());
    }
    Statement band = Certificates.band();
    ReplayResult result = Certificates.replay(band, Certificates.certificate(band));
    assertEquals(ReplayVerdict.VALID, result.replay());
    assertEquals(3, result.bounds().size());
    assertTrue(result.verdict().isEmpty());
  }

  @Test
  @Tag("seconds")
  void noSingleFlippedBitIsValid() {
    for (int position = 0; position < VALID.length; position++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = VALID.clone();
        flipped[position] ^= (byte) (1 << bit);
        ReplayResult result = Certificates.replay(PROPERTY, flipped);
        int at = position;
        assertNotEquals(ReplayVerdict.VALID, result.replay(), () -> "byte " + at);
        assertTrue(result.reason().isPresent());
      }
    }
  }

  @Test
  void noSingleFlippedBitIsValidWithAFreshDigest() {
    // all that matters is compared, not only the digest; a tree may prove the same bounds
    Enclosure claimed = Certificates.replay(PROPERTY, VALID).bounds().get(0);
    int tree = new String(VALID, StandardCharsets.ISO_8859_1).indexOf("\ntree\n") + 6;
    for (int position = 0; position < tree; position++) {
      for (int bit = 0; bit < 8; bit += 1 + position % 4) {
        byte[] flipped = VALID.clone();
        flipped[position] ^= (byte) (1 << bit);
        ReplayResult result = Certificates.replay(PROPERTY, Certificates.sealed(flipped));
        if (result.replay() == ReplayVerdict.VALID) {
          // unused ends of bounded inputs do not matter, and claims may be wider
          String line = new String(flipped, 0, tree, StandardCharsets.ISO_8859_1);
          assertTrue(line.contains("\ntruncations 2\n"), line);
          Enclosure wider = result.bounds().get(0);
          assertTrue(wider.lower().compareTo(claimed.lower()) <= 0, line);
          assertTrue(wider.upper().compareTo(claimed.upper()) >= 0, line);
        }
      }
    }
  }

  @Test
  @Tag("seconds")
  void noFlippedBitOfATreeCrashesTheReplay() {
    byte[] tree = Certificates.tree();
    for (int position = 0; position < tree.length; position++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = tree.clone();
        flipped[position] ^= (byte) (1 << bit);
        ReplayResult result = Certificates.replay(PROPERTY, withTree(flipped));
        if (result.replay() == ReplayVerdict.VALID) {
          assertEquals(Certificates.replay(PROPERTY, VALID).bounds(), result.bounds());
        }
      }
    }
  }

  @Test
  void noTruncatedFileIsValid() {
    for (int length = 0; length < VALID.length; length++) {
      ReplayResult result = Certificates.replay(PROPERTY, Arrays.copyOf(VALID, length));
      assertNotEquals(ReplayVerdict.VALID, result.replay());
    }
    requireIncomplete(Certificates.replay(PROPERTY, new byte[0]), "ends in the middle");
    requireIncomplete(
        Certificates.replay(PROPERTY, Arrays.copyOf(VALID, VALID.length - 1)),
        "ends in the middle");
  }

  @Test
  void randomBytesAreNotValid() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 100; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertNotEquals(ReplayVerdict.VALID, Certificates.replay(PROPERTY, noise).replay());
      ReplayResult result = Certificates.replay(PROPERTY, withTree(noise));
      assertNotEquals(ReplayVerdict.VALID, result.replay());
    }
  }

  @Test
  void trailingBytesAreInvalid() {
    for (String tail : new String[] {"\n", " ", "end\n", "\0"}) {
      byte[] longer = Certificates.concat(VALID, tail.getBytes(StandardCharsets.US_ASCII));
      requireInvalid(longer, "goes on after its end");
    }
    requireInvalid(Certificates.concat(VALID, VALID), "goes on after its end");
  }

  private static byte[] claiming(Bound lower, Bound upper) {
    Header claims =
        new Header(
            PROPERTY, Certificates.truncations(), List.of(), List.of(new Enclosure(lower, upper)));
    return Certificates.write(claims, Certificates.tree());
  }

  private static Bound plus(Bound bound, Dyadic step) {
    return Bound.of(bound.dyadic().plus(step));
  }

  @Test
  void aBoundNudgedInwardByOneUlpIsInvalid() {
    Enclosure bounds = Certificates.header(PROPERTY, Certificates.tree()).bounds().get(0);
    Dyadic ulp = new Dyadic(BigInteger.ONE, -54);
    requireInvalid(claiming(plus(bounds.lower(), ulp), bounds.upper()), "do not follow");
    requireInvalid(claiming(bounds.lower(), plus(bounds.upper(), ulp.negate())), "do not follow");
    requireInvalid(claiming(bounds.upper(), bounds.upper()), "do not follow");
    requireInvalid(claiming(bounds.lower(), bounds.lower()), "do not follow");
    requireInvalid(claiming(bounds.upper(), Bound.INFINITY), "do not follow");
    requireInvalid(claiming(Bound.MINUS_INFINITY, bounds.lower()), "do not follow");
    requireInvalid(claiming(Bound.ONE, Bound.ONE), "do not follow");
    requireInvalid(claiming(Bound.ZERO, Bound.ZERO), "do not follow");
  }

  @Test
  void aBoundNudgedOutwardIsValidAndIsWhatIsReported() {
    Enclosure bounds = Certificates.header(PROPERTY, Certificates.tree()).bounds().get(0);
    Dyadic ulp = new Dyadic(BigInteger.ONE, -60);
    Bound lower = plus(bounds.lower(), ulp.negate());
    Bound upper = plus(bounds.upper(), ulp);
    ReplayResult replayed = Certificates.replay(PROPERTY, claiming(lower, upper));
    assertEquals(ReplayVerdict.VALID, replayed.replay(), replayed::toString);
    assertEquals(lower, replayed.bounds().get(0).lower());
    assertEquals(upper, replayed.bounds().get(0).upper());
    ReplayResult nothing = Certificates.replay(PROPERTY, claiming(Bound.ZERO, Bound.ONE));
    assertEquals(ReplayVerdict.VALID, nothing.replay());
    assertEquals(Optional.of(Verdict.UNDECIDED), nothing.verdict());
  }

  @Test
  void aClaimOfNothingFollowsFromAnyTree() {
    ReplayResult result =
        Certificates.replay(PROPERTY, claiming(Bound.MINUS_INFINITY, Bound.INFINITY));
    assertEquals(ReplayVerdict.VALID, result.replay());
    assertEquals(Optional.of(Verdict.UNDECIDED), result.verdict());
  }

  @Test
  void theStatementIsTheAuditors() {
    requireInvalid(Certificates.tampered(VALID, " <= 1/4", " < 1/4"), "another statement");
    requireInvalid(Certificates.tampered(VALID, "> 1/2", ">= 1/2"), "another statement");
    requireInvalid(Certificates.tampered(VALID, "> 1/2", "> 1/3"), "another statement");
    requireInvalid(Certificates.tampered(VALID, "normal(0, 1)", "normal(0, 2)"), "is asked");
    requireInvalid(Certificates.tampered(VALID, "<= 1/4", "<= 1/5"), "another statement");
    requireInvalid(Certificates.tampered(VALID, "1*y[0]", "2*y[0]"), "another statement");
    String digest = PROPERTY.networks().get(0).digest();
    requireInvalid(
        Certificates.tampered(VALID, digest, new StringBuilder(digest).reverse().toString()),
        "another statement");
    // and the certificate's own statement does not count
    Statement other = Certificates.property(Comparison.LESS, Comparison.GREATER, Rational.of(1, 2));
    requireInvalid(Certificates.replay(other, VALID), "another statement");
    requireInvalid(Certificates.replay(Certificates.band(), VALID), "another statement");
  }

  @Test
  void anotherNetworkIsInvalid() {
    byte[] swapped = OnnxFiles.line(2);
    requireInvalid(Certificates.replay(PROPERTY, swapped, VALID), "network file is not the one");
    byte[] touched = Certificates.NETWORK.clone();
    touched[touched.length - 1] ^= 1;
    requireInvalid(Certificates.replay(PROPERTY, touched, VALID), "network file is not the one");
    requireInvalid(Certificates.replay(PROPERTY, new byte[0], VALID), "network file is not");
  }

  @Test
  void aNetworkThatDoesNotFitIsInvalid() {
    Statement statement =
        new Statement(Sha256.of(OnnxFiles.line(1)), PROPERTY.inputs(), 1, PROPERTY.claim());
    Header header =
        new Header(
            statement,
            Certificates.truncations(),
            List.of(),
            Certificates.header(PROPERTY, Certificates.tree()).bounds());
    byte[] certificate = Certificates.write(header, Certificates.tree());
    requireInvalid(Certificates.replay(statement, OnnxFiles.line(1), certificate), "has 1 inputs");
  }

  @Test
  void aFileThatIsNoNetworkIsRefused() {
    byte[] noise = {1, 2, 3};
    Statement statement = new Statement(Sha256.of(noise), PROPERTY.inputs(), 1, PROPERTY.claim());
    Header header =
        new Header(
            statement,
            Certificates.truncations(),
            List.of(),
            Certificates.header(PROPERTY, Certificates.tree()).bounds());
    byte[] certificate = Certificates.write(header, Certificates.tree());
    assertThrows(
        NetworkFormatException.class,
        () ->
            Replay.run(
                statement,
                List.of(NetworkContent.of(noise)),
                new ByteArrayInputStream(certificate),
                1));
  }

  @Test
  void thresholdsAreThoseThatAreAsked() {
    Statement band = Certificates.band();
    List<Rational> numbers = Certificates.numbers(band);
    List<Rational> reversed = new ArrayList<>(numbers);
    Collections.reverse(reversed);
    requireBand(reversed, 3, "do not ascend");
    requireBand(List.of(numbers.get(0), numbers.get(0), numbers.get(1)), 3, "do not ascend");
    requireBand(numbers.subList(0, 2), 3, "not those that the statement asks for");
    requireBand(numbers.subList(0, 2), 2, "not those that the statement asks for");
    requireBand(List.of(), 0, "not those that the statement asks for");
    requireBand(numbers, 2, "2 claimed bounds where 3 are asked for");
    requireBand(numbers, 0, "0 claimed bounds where 3 are asked for");
    List<Enclosure> one = Certificates.header(PROPERTY, Certificates.tree()).bounds();
    List<Enclosure> two = List.of(one.get(0), one.get(0));
    requireClaim(List.of(), List.of(), "0 claimed bounds where 1 are asked for");
    requireClaim(List.of(), two, "2 claimed bounds where 1 are asked for");
    requireClaim(List.of(Certificates.QUARTER), one, "more numbers than");
  }

  private static void requireClaim(List<Rational> numbers, List<Enclosure> bounds, String reason) {
    Header header = new Header(PROPERTY, Certificates.truncations(), numbers, bounds);
    requireInvalid(Certificates.write(header, Certificates.tree()), reason);
  }

  private static void requireBand(List<Rational> numbers, int count, String reason) {
    Statement band = Certificates.band();
    List<Enclosure> bounds = Certificates.header(band, Certificates.tree()).bounds();
    Header header = new Header(band, Certificates.truncations(), numbers, bounds.subList(0, count));
    byte[] certificate = Certificates.write(header, Certificates.tree());
    requireInvalid(Certificates.replay(band, certificate), reason);
  }

  @Test
  void truncationsMustFit() {
    byte[] tree = Certificates.tree();
    List<Enclosure> bounds = Certificates.header(PROPERTY, tree).bounds();
    Truncation unit = new Truncation(0, 1);
    Header few = new Header(PROPERTY, List.of(unit), List.of(), bounds);
    requireInvalid(Certificates.write(few, tree), "1 truncations for 2 random inputs");
    Header empty = new Header(PROPERTY, List.of(unit, new Truncation(3, 3)), List.of(), bounds);
    requireInvalid(Certificates.write(empty, tree), "truncated to nothing");
    Header inverted = new Header(PROPERTY, List.of(unit, new Truncation(4, -4)), List.of(), bounds);
    requireInvalid(Certificates.write(inverted, tree), "truncated to nothing");
    Header narrow = new Header(PROPERTY, List.of(unit, new Truncation(-4, 4)), List.of(), bounds);
    requireInvalid(Certificates.write(narrow, tree), "claimed bounds");
    requireInvalid(Certificates.tampered(VALID, "0x1p6\n", "0x1p9999\n"), "");
    requireInvalid(Certificates.tampered(VALID, "-0x1p6 ", "-0x1p9999 "), "finite");
    requireInvalid(Certificates.tampered(VALID, "-0x1p6 ", "NaN "), "hexadecimal");
    requireInvalid(Certificates.tampered(VALID, "-0x1p6 ", "-Infinity "), "hexadecimal");
    requireInvalid(Certificates.tampered(VALID, "-0x1p6 ", ""), "expected 2 numbers");
  }

  @Test
  void cellsDroppedDoubledOrOverlappedAreNotValid() {
    requireIncomplete(
        Certificates.replay(
            PROPERTY,
            withTree(
                Trees.tree(
                    w -> {
                      w.boxSplit(1, -3);
                      w.boxLeaf();
                      w.hole();
                    }))),
        "hole");
    byte[] tree = Certificates.tree();
    // the last leaf dropped: the line feed and the end marker are no rules
    requireInvalid(withTree(Arrays.copyOf(tree, tree.length - 1)), "unknown rule 0x0a");
    // a leaf doubled, at the end and in the middle
    requireInvalid(withTree(Certificates.concat(tree, new byte[] {4})), "");
    byte[] middle = Certificates.concat(Arrays.copyOf(tree, 11), new byte[] {4});
    requireInvalid(
        withTree(Certificates.concat(middle, Arrays.copyOfRange(tree, 11, tree.length))), "");
    // a cut outside of its box would overlap a neighbour
    requireInvalid(
        withTree(
            Trees.tree(
                w -> {
                  w.boxSplit(1, -3);
                  w.boxSplit(1, -2);
                  w.boxLeaf();
                  w.boxLeaf();
                  w.boxLeaf();
                })),
        "not surely inside");
    // a leaf of another kind
    requireInvalid(withTree(Trees.tree(w -> w.simplexLeaf(0))), "cell 1 of the tree");
    requireInvalid(withTree(new byte[] {(byte) 0x80, 1, 1, 1, 1, 1, 1, 1, 1}), "cell 1");
    requireInvalid(withTree(new byte[] {(byte) 0xff, 1, 1, 1, 1, 1, 1, 1, 1}), "unknown rule");
    requireInvalid(withTree(new byte[] {0}), "unknown rule 0x00");
    // another tree proves other bounds
    requireInvalid(withTree(Trees.boxLeaf()), "claimed bounds");
  }

  @Test
  void missingMarkersAreInvalid() {
    requireInvalid(Certificates.tampered(VALID, "\nend\n", "\nEND\n"), "expected 'end'");
    requireInvalid(
        Certificates.tampered(VALID, "surety certificate 2", "surety certificate 3"), "");
    requireInvalid(Certificates.tampered(VALID, "\ntree\n", "\nTREE\n"), "tree");
    requireInvalid(Certificates.tampered(VALID, "bounds 1", "bounds 01"), "not a count");
    requireInvalid(Certificates.tampered(VALID, "bounds 1", "bounds 9999999"), "not a count");
    requireInvalid(Certificates.tampered(VALID, "semantics real", "semantics float"), "statement");
    String text = new String(VALID, StandardCharsets.ISO_8859_1);
    requireInvalid(
        text.replace("\nsha256 ", "\nsha255 ").getBytes(StandardCharsets.ISO_8859_1), "expected");
    requireInvalid(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1), "no text");
  }

  @Test
  void oneSemanticsIsNotAnother() {
    Statement single = PROPERTY.in(Semantics.of(FloatFormat.FLOAT32, 4));
    byte[] certificate = Certificates.certificate(single);
    assertEquals(ReplayVerdict.VALID, Certificates.replay(single, certificate).replay());
    List<Statement> others =
        List.of(
            PROPERTY,
            PROPERTY.in(Semantics.of(FloatFormat.FLOAT64, 4)),
            PROPERTY.in(Semantics.of(FloatFormat.FLOAT32, 5)));
    String line = "semantics float32 accuracy 4";
    for (Statement other : others) {
      String stated = other.canonical().lines().toList().get(1);
      requireInvalid(Certificates.replay(other, certificate), "statement");
      requireInvalid(
          Certificates.replay(single, Certificates.tampered(certificate, line, stated)),
          "statement");
    }
    requireInvalid(Certificates.replay(single, VALID), "statement");
    // bounds over the reals, with the tree and the name of a claim about an evaluation
    byte[] renamed = Certificates.tampered(VALID, "semantics real", line);
    requireInvalid(Certificates.replay(single, renamed), "claimed bounds");
    // and the other way round they are wide enough, so that nothing false is claimed
    byte[] real = Certificates.tampered(certificate, line, "semantics real");
    assertEquals(ReplayVerdict.VALID, Certificates.replay(PROPERTY, real).replay());
  }

  @Test
  void digestsSwappedAreInvalid() {
    String text = new String(VALID, StandardCharsets.ISO_8859_1);
    String own = text.substring(text.length() - 65, text.length() - 1);
    String swapped =
        text.substring(0, text.length() - 65).replace(PROPERTY.networks().get(0).digest(), own)
            + PROPERTY.networks().get(0).digest()
            + "\n";
    requireInvalid(swapped.getBytes(StandardCharsets.ISO_8859_1), "another statement");
    String wrong =
        text.substring(0, text.length() - 65) + PROPERTY.networks().get(0).digest() + "\n";
    requireInvalid(wrong.getBytes(StandardCharsets.ISO_8859_1), "changed after it was written");
    String upper = text.substring(0, text.length() - 65) + own.toUpperCase(Locale.ROOT);
    requireInvalid((upper + "\n").getBytes(StandardCharsets.ISO_8859_1), "changed after");
  }

  @Test
  void hostileTruncationsEndWithAVerdict() {
    double[] ends = {-1e308, -4e4, 0, 4e4, 1e300};
    Statement wide =
        new Statement(
            Sha256.of(Certificates.NETWORK),
            Statements.inputs("normal(0, 1)", "exponential(1)"),
            1,
            PROPERTY.claim());
    for (double lower : ends) {
      for (double upper : ends) {
        List<Truncation> truncations =
            List.of(new Truncation(lower, upper), new Truncation(0, Math.abs(upper)));
        Header header =
            new Header(
                wide,
                truncations,
                List.of(),
                Certificates.header(PROPERTY, Certificates.tree()).bounds());
        for (byte[] tree :
            List.of(
                Trees.boxLeaf(),
                Trees.tree(
                    w -> {
                      w.triangulate(new int[] {3, 40});
                      w.simplexLeaf(0);
                      w.simplexLeaf(0);
                    }))) {
          requireInvalid(Certificates.replay(wide, Certificates.write(header, tree)), "");
        }
      }
    }
  }

  @Test
  void threadsMakeNoDifference() throws IOException {
    for (int threads = 1; threads <= 3; threads++) {
      ReplayResult result =
          Replay.run(
              PROPERTY,
              List.of(NetworkContent.of(Certificates.NETWORK)),
              new ByteArrayInputStream(VALID),
              threads);
      assertEquals(Certificates.replay(PROPERTY, VALID), result);
    }
  }

  /** Another degree of a leaf is another proof: of other bounds, or of the same by chance. */
  @Test
  void degreesThatWereTamperedWithAreNotBelieved() throws IOException {
    byte[] tree =
        Trees.tree(
            w -> {
              w.triangulate(new int[] {3});
              w.simplexLeaf(0, 2);
            });
    byte[] line = OnnxFiles.line(1);
    Statement statement =
        new Statement(
            Sha256.of(line),
            Statements.inputs("beta(2, 3)"),
            1,
            Certificates.property(
                    Comparison.LESS_OR_EQUAL, Comparison.LESS_OR_EQUAL, Rational.of(1, 4))
                .claim());
    Problem problem = Trees.problem(statement, OnnxReader.read(line));
    Enclosure bounds = Trees.bounds(problem, tree);
    Header header =
        new Header(statement, List.of(new Truncation(0, 1)), List.of(), List.of(bounds));
    for (int degree = 0; degree < 256; degree++) {
      byte[] changed = tree.clone();
      changed[changed.length - 1] = (byte) degree;
      ByteArrayOutputStream certificate = new ByteArrayOutputStream();
      CertificateWriter.write(header, new ByteArrayInputStream(changed), certificate);
      ReplayResult result =
          Replay.run(
              statement,
              List.of(NetworkContent.of(line)),
              new ByteArrayInputStream(certificate.toByteArray()),
              1);
      // a higher degree is at least as close; lower ones prove less than is claimed
      boolean proves = degree >= 2 && degree != 255;
      ReplayVerdict expected = proves ? ReplayVerdict.VALID : ReplayVerdict.INVALID;
      assertEquals(expected, result.replay(), "degree " + degree);
    }
    byte[] without = Arrays.copyOf(tree, tree.length - 1);
    ByteArrayOutputStream certificate = new ByteArrayOutputStream();
    CertificateWriter.write(header, new ByteArrayInputStream(without), certificate);
    ReplayResult result =
        Replay.run(
            statement,
            List.of(NetworkContent.of(line)),
            new ByteArrayInputStream(certificate.toByteArray()),
            1);
    assertEquals(ReplayVerdict.INVALID, result.replay()); // the line feed is no degree of it
  }

  @Test
  void aReaderThatFailsIsNotACertificate() {
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(VALID, 0, 300),
            new OneByteStream(
                () -> {
                  throw new IOException("disk on fire");
                }));
    assertThrows(
        IOException.class,
        () -> Replay.run(PROPERTY, List.of(NetworkContent.of(Certificates.NETWORK)), failing, 1));
  }

  /** A complete tree of edge splits that is never in memory as a whole. */
  private static final class CompleteTree implements OneByteStream.Source {
    private static final int DEPTH = 17;

    private final byte[] cut = Trees.tree(w -> w.edgeSplit(0, 1, 0.5));
    private final int leaf = Trees.tree(w -> w.simplexLeaf(0))[0];
    private int depth;
    private int number; // of the cell among those of its depth
    private int at; // in the bytes of a cut

    @Override
    public int next() {
      if (at > 0 || depth < DEPTH) {
        if (depth < 0) {
          return -1;
        }
        int next = cut[at] & 0xff;
        at = (at + 1) % cut.length;
        if (at == 0) {
          depth++;
          number *= 2;
        }
        return next;
      }
      while ((number & 1) == 1) {
        depth--;
        number /= 2;
      }
      if (depth == 0) {
        depth = -1;
      }
      number++;
      return leaf;
    }
  }

  @Test
  void aLongTreeStreams() throws IOException {
    byte[] line = OnnxFiles.line(1);
    Statement statement =
        new Statement(
            Sha256.of(line),
            Statements.inputs("uniform(0, 1)"),
            1,
            Certificates.property(
                    Comparison.LESS_OR_EQUAL, Comparison.LESS_OR_EQUAL, Rational.of(1, 4))
                .claim());
    // wrong bounds, so that the replay runs to the end and then says so
    Header header =
        new Header(statement, List.of(new Truncation(0, 1)), List.of(), List.of(Enclosure.ZERO));
    byte[] start =
        Certificates.concat(
            header.text().getBytes(StandardCharsets.US_ASCII),
            Trees.tree(w -> w.triangulate(new int[] {0})));
    InputStream tree = new OneByteStream(new CompleteTree());
    InputStream end =
        new ByteArrayInputStream("\nend\nsha256 0\n".getBytes(StandardCharsets.US_ASCII));
    InputStream whole =
        new SequenceInputStream(
            Collections.enumeration(List.of(new ByteArrayInputStream(start), tree, end)));
    requireInvalid(
        Replay.run(statement, List.of(NetworkContent.of(line)), whole, 2),
        "changed after it was written");
  }

  @Test
  void aBandKeepsItsThresholds() {
    Statement listed =
        Certificates.statement(
            Statements.band(
                    PROPERTY.inputs(),
                    Certificates.Y,
                    List.of(Rational.ZERO, Rational.of(1, 10), Rational.of(2)))
                .claim());
    byte[] certificate = Certificates.certificate(listed);
    assertEquals(ReplayVerdict.VALID, Certificates.replay(listed, certificate).replay());
    requireInvalid(
        Certificates.replay(listed, Certificates.tampered(certificate, "\n1/10\n", "\n1/9\n")),
        "not those that the statement asks for");
  }
}
