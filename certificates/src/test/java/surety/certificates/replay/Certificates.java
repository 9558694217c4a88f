package surety.certificates.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.cell.Truncation;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.Trees;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.Event;
import surety.certificates.statement.Limit;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.writing.CertificateWriter;

/** Small certificates for tests, and ways to tamper with them. */
public final class Certificates {
  public static final byte[] NETWORK = OnnxFiles.corner();
  public static final AffineForm Y = Statements.form("1");
  public static final Rational QUARTER = Rational.of(1, 4);

  private Certificates() {}

  public static Statement statement(Claim claim) {
    return new Statement(
        Sha256.of(NETWORK), Statements.inputs("uniform(0, 1)", "normal(0, 1)"), 1, claim);
  }

  public static Statement property(Comparison comparison, Comparison limited, Rational limit) {
    Event event = new Atom(Y, comparison, QUARTER);
    return statement(new QuantityClaim(event, Optional.of(new Limit(limited, limit))));
  }

  public static Statement property() {
    return property(Comparison.LESS_OR_EQUAL, Comparison.GREATER, Rational.of(1, 2));
  }

  /** One with a limit between the bounds. */
  public static Statement undecided() {
    Enclosure bounds = header(property(), tree()).bounds().get(0);
    Rational limit = Rational.parse(bounds.lower().toDecimal(RoundingMode.CEILING, 4));
    if (bounds.upper().compareTo(limit) <= 0) {
      throw new AssertionError("no limit fits in between");
    }
    return property(Comparison.LESS_OR_EQUAL, Comparison.GREATER, limit);
  }

  public static Statement query() {
    return statement(
        new QuantityClaim(new Atom(Y, Comparison.LESS_OR_EQUAL, QUARTER), Optional.empty()));
  }

  public static Statement band() {
    return statement(new BandClaim(Y, new EvenThresholds(3)));
  }

  public static List<Truncation> truncations() {
    return List.of(new Truncation(0, 1), new Truncation(-64, 64));
  }

  /** A tree with rules of many kinds. */
  public static byte[] tree() {
    return Trees.tree(
        writer -> {
          writer.boxSplit(1, -3);
          writer.boxLeaf();
          writer.boxSplit(1, 3);
          writer.boxSplit(1, 0);
          writer.boxLeaf();
          writer.triangulate(new int[] {1, 7});
          writer.edgeSplit(0, 2, 0.5);
          writer.simplexLeaf(0);
          writer.simplexLeaf(1);
          writer.simplexLeaf(0);
          writer.boxLeaf();
        });
  }

  public static Header header(Statement statement, byte[] tree) {
    return header(statement, tree, numbers(statement));
  }

  /** The numbers that are free: of a cdf three thresholds. */
  public static List<Rational> numbers(Statement statement) {
    return statement.claim() instanceof BandClaim
        ? List.of(Rational.ZERO, Rational.of(1, 10), Rational.of(2))
        : List.of();
  }

  public static Header header(Statement statement, byte[] tree, List<Rational> numbers) {
    try {
      Problem problem = Trees.problem(statement, OnnxReader.read(NETWORK), truncations());
      List<Enclosure> bounds = Trees.bounds(problem, numbers, tree, 1);
      return new Header(statement, truncations(), numbers, bounds);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static byte[] certificate(Statement statement) {
    return write(header(statement, tree()), tree());
  }

  public static byte[] write(Header header, byte[] tree) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CertificateWriter.write(header, new ByteArrayInputStream(tree), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  public static ReplayResult replay(Statement statement, byte[] certificate) {
    return replay(statement, NETWORK, certificate);
  }

  public static ReplayResult replay(Statement statement, byte[] network, byte[] certificate) {
    try {
      return Replay.run(
          statement, List.of(NetworkContent.of(network)), new ByteArrayInputStream(certificate), 1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Replaces the digest in the last line by that of what is there now. */
  public static byte[] sealed(byte[] certificate) {
    String line = Replay.DIGEST + "0".repeat(64) + "\n";
    byte[] body = Arrays.copyOf(certificate, certificate.length - line.length());
    byte[] end = (Replay.DIGEST + Sha256.of(body) + "\n").getBytes(StandardCharsets.US_ASCII);
    return concat(body, end);
  }

  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Replaces a text, which is there, and computes the digest anew. */
  public static byte[] tampered(byte[] certificate, String from, String to) {
    String text = new String(certificate, StandardCharsets.ISO_8859_1);
    if (!text.contains(from)) {
      throw new AssertionError("'" + from + "' is not in the certificate");
    }
    return sealed(text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
  }
}
