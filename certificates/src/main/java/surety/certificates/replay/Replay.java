package surety.certificates.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.proof.TreeBounds;
import surety.certificates.rejection.ClaimRejection;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TextRejection;
import surety.certificates.statement.Claim;
import surety.certificates.statement.LoopClaim;
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
  /** Between the tree and the line of the digest. */
  public static final String END = "\nend\n";

  /** Before the digest. */
  public static final String DIGEST = "sha256 ";

  private final Statement statement;
  private final List<NetworkContent> networkFiles;
  private final int threads;
  private final Stop stop;

  private Replay(Statement statement, List<NetworkContent> networkFiles, int threads, Stop stop) {
    this.stop = stop;
    this.statement = statement;
    this.networkFiles = List.copyOf(networkFiles);
    this.threads = threads;
  }

  /**
   * Replays.
   *
   * @param statement what the auditor wants to have proved
   * @param networkFiles the files of each network, in the order of the statement
   * @param certificate the certificate's bytes, read to the end
   * @param threads how many threads compute; makes no difference to the result
   * @throws NetworkFormatException if the network file cannot be read as a network
   * @throws IOException if the certificate cannot be read
   */
  public static ReplayResult run(
      Statement statement, List<NetworkContent> networkFiles, InputStream certificate, int threads)
      throws IOException {
    return run(statement, networkFiles, certificate, threads, Stop.NEVER);
  }

  /**
   * Replays, unless somebody stops it; a replay that was stopped says nothing of the certificate.
   *
   * @throws NetworkFormatException if the network file cannot be read as a network
   * @throws IOException if the certificate cannot be read
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static ReplayResult run(
      Statement statement,
      List<NetworkContent> networkFiles,
      InputStream certificate,
      int threads,
      Stop stop)
      throws IOException {
    try {
      return new Replay(statement, networkFiles, threads, stop).replay(certificate);
    } catch (RejectedException e) {
      return ReplayResult.failed(e.rejection());
    }
  }

  private ReplayResult replay(InputStream certificate) throws IOException, RejectedException {
    requireNetworks();
    DigestInputStream in =
        new DigestInputStream(new BufferedInputStream(certificate, 1 << 16), Sha256.create());
    Header header = Header.read(statement.canonical(), new LineReader(in));
    if (statement.claim() instanceof LoopClaim loop) {
      return valid(in, header, LoopReplay.bounds(loop, header, in, stop), 0);
    }
    TreeBounds.Outcome outcome = TreeBounds.compute(problem(header), header.numbers(), in, threads);
    return valid(in, header, outcome.bounds(), outcome.leaves());
  }

  /** The result of a certificate from whose proof bounds follow, if the rest of it is right. */
  private ReplayResult valid(
      DigestInputStream in, Header header, List<Enclosure> bounds, long leaves)
      throws IOException, RejectedException {
    readEnd(in);
    requireWithin(bounds, header.bounds());
    return new ReplayResult(
        ReplayVerdict.VALID,
        Optional.empty(),
        header.numbers(),
        header.bounds(),
        verdict(statement.claim(), header.bounds()),
        leaves);
  }

  private void requireNetworks() throws RejectedException {
    int count = statement.networks().size();
    if (networkFiles.size() != count) {
      throw new RejectedException(new ProblemRejection.Networks(count, networkFiles.size()));
    }
    for (int k = 0; k < count; k++) {
      String digest = networkFiles.get(k).digest(stop);
      if (!digest.equals(statement.networks().get(k).digest())) {
        throw new RejectedException(new ProblemRejection.OtherNetwork(k + 1, count, digest));
      }
    }
  }

  private static void requireWithin(List<Enclosure> computed, List<Enclosure> claimed)
      throws RejectedException {
    if (claimed.size() != computed.size()) {
      throw new RejectedException(new ClaimRejection.Bounds(claimed.size(), computed.size()));
    }
    for (int k = 0; k < claimed.size(); k++) {
      if (!claimed.get(k).contains(computed.get(k))) {
        throw new RejectedException(
            new ClaimRejection.NotProved(k, claimed.get(k), computed.get(k)));
      }
    }
  }

  private Problem problem(Header header) throws NetworkFormatException, RejectedException {
    List<Network> networks = new ArrayList<>();
    for (NetworkContent file : networkFiles) {
      networks.add(file.network(stop));
    }
    try {
      return Problem.of(statement, networks, header.truncations(), stop);
    } catch (IllegalArgumentException e) {
      throw new RejectedException(new ProblemRejection.Unsuitable(e.getMessage()));
    }
  }

  /** The end marker, the digest of everything before the digest's line, and nothing more. */
  static void readEnd(DigestInputStream in) throws IOException, RejectedException {
    LineReader lines = new LineReader(in);
    lines.expect("");
    lines.expect("end");
    String computed = Sha256.hex(in.getMessageDigest().digest());
    if (!lines.after(DIGEST).equals(computed)) {
      throw new RejectedException(new TextRejection.OtherDigest(computed));
    }
    if (in.read() >= 0) {
      throw new RejectedException(new TextRejection.GoesOn());
    }
  }

  /** What bounds say of what a claim requires, if it does. */
  public static Optional<Verdict> verdict(Claim claim, List<Enclosure> bounds) {
    return claim.requirement().map(r -> r.verdict(bounds.get(0).lower(), bounds.get(0).upper()));
  }
}
