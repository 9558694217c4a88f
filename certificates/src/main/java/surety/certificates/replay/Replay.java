package surety.certificates.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.CellException;
import surety.certificates.cell.PointBounds;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.ProofException;
import surety.certificates.proof.ProofException.Kind;
import surety.certificates.proof.TreeBounds;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.ProbabilityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.Stop;

/**
 * Replays a certificate against a statement and a network that come from the auditor.
 *
 * <p>Nothing in the certificate is believed: the network's digest is computed here, the
 * certificate's statement must be the auditor's, and the bounds that are computed here from the
 * proof tree must lie within the claimed ones, so that what is claimed follows from the tree
 * whatever other arithmetic the prover used. The tree itself is only advice on how to cut the
 * domain: any tree that the rules accept gives sound bounds.
 */
public final class Replay {
  private final Statement statement;
  private final byte[] networkFile;
  private final int threads;
  private final Stop stop;

  private Replay(Statement statement, byte[] networkFile, int threads, Stop stop) {
    this.stop = stop;
    this.statement = statement;
    this.networkFile = networkFile;
    this.threads = threads;
  }

  /**
   * Replays.
   *
   * @param statement what the auditor wants to have proved
   * @param networkFile the network's bytes
   * @param certificate the certificate's bytes, read to the end
   * @param threads how many threads compute; makes no difference to the result
   * @throws NetworkFormatException if the network file cannot be read as a network
   * @throws IOException if the certificate cannot be read
   */
  public static ReplayResult run(
      Statement statement, byte[] networkFile, InputStream certificate, int threads)
      throws IOException {
    return run(statement, networkFile, certificate, threads, Stop.NEVER);
  }

  /**
   * Replays, unless somebody stops it; a replay that was stopped says nothing of the certificate.
   *
   * @throws NetworkFormatException if the network file cannot be read as a network
   * @throws IOException if the certificate cannot be read
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static ReplayResult run(
      Statement statement, byte[] networkFile, InputStream certificate, int threads, Stop stop)
      throws IOException {
    try {
      return new Replay(statement, networkFile, threads, stop).replay(certificate);
    } catch (ProofException e) {
      ReplayVerdict verdict =
          e.kind() == Kind.INVALID ? ReplayVerdict.INVALID : ReplayVerdict.INCOMPLETE;
      return ReplayResult.failed(verdict, e.getMessage());
    }
  }

  private ReplayResult replay(InputStream certificate) throws IOException, ProofException {
    if (!Sha256.of(networkFile, stop).equals(statement.networkDigest())) {
      throw invalid("the network file is not the one that the statement is about (other digest)");
    }
    DigestInputStream in =
        new DigestInputStream(new BufferedInputStream(certificate, 1 << 16), Sha256.create());
    Header header = Header.read(statement.canonical(), new LineReader(in));
    List<Rational> thresholds = header.points().stream().map(PointBounds::threshold).toList();
    requireThresholds(statement.claim(), thresholds);
    TreeBounds.Outcome outcome = TreeBounds.compute(problem(header), thresholds, in, threads);
    readEnd(in);
    for (int k = 0; k < thresholds.size(); k++) {
      requireWithin(outcome.points().get(k), header.points().get(k));
    }
    return new ReplayResult(
        ReplayVerdict.VALID,
        Optional.empty(),
        header.points(),
        verdict(statement.claim(), header.points()),
        outcome.leaves());
  }

  private static void requireWithin(PointBounds computed, PointBounds claimed)
      throws ProofException {
    if (claimed.lower().signum() < 0 || claimed.upper().compareTo(Dyadic.ONE) > 0) {
      throw invalid("the claimed bounds %s are no probabilities".formatted(show(claimed)));
    }
    if (computed.lower().compareTo(claimed.lower()) < 0
        || computed.upper().compareTo(claimed.upper()) > 0) {
      throw invalid(
          "the claimed bounds %s do not follow from the proof tree, from which %s follow"
              .formatted(show(claimed), show(computed)));
    }
  }

  private static String show(PointBounds bounds) {
    return "[" + bounds.lower().doubleFloor() + ", " + bounds.upper().doubleCeiling() + "]";
  }

  private Problem problem(Header header) throws NetworkFormatException, ProofException {
    Network network = OnnxReader.read(networkFile, stop);
    try {
      return Problem.of(statement, network, header.truncations(), stop);
    } catch (CellException | IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  private static void requireThresholds(Claim claim, List<Rational> thresholds)
      throws ProofException {
    for (int k = 1; k < thresholds.size(); k++) {
      if (thresholds.get(k - 1).compareTo(thresholds.get(k)) >= 0) {
        throw invalid("the certificate's thresholds do not ascend");
      }
    }
    boolean answered =
        claim instanceof BandClaim band
            ? band.thresholds().admits(thresholds)
            : thresholds.equals(List.of(((ProbabilityClaim) claim).event().threshold()));
    if (!answered) {
      throw invalid("the certificate's thresholds are not those that the statement asks for");
    }
  }

  /** The end marker, the digest of everything before the digest's line, and nothing more. */
  static void readEnd(DigestInputStream in) throws IOException, ProofException {
    LineReader lines = new LineReader(in);
    lines.expect("");
    lines.expect("end");
    String computed = Sha256.hex(in.getMessageDigest().digest());
    if (!lines.after(CertificateWriter.DIGEST).equals(computed)) {
      throw invalid("the certificate was changed after it was written (other digest)");
    }
    if (in.read() >= 0) {
      throw invalid("the certificate goes on after its end");
    }
  }

  /** What bounds say of the limit that a claim requires, if it does. */
  public static Optional<Verdict> verdict(Claim claim, List<PointBounds> points) {
    if (claim instanceof ProbabilityClaim probability) {
      PointBounds bounds = points.get(0);
      return probability.limit().map(limit -> limit.verdict(bounds.lower(), bounds.upper()));
    }
    return Optional.empty();
  }

  private static ProofException invalid(String message) {
    return new ProofException(Kind.INVALID, message);
  }
}
