package surety.certificates.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.proof.ProofException;
import surety.certificates.proof.ProofException.Kind;
import surety.certificates.region.RegionException;
import surety.certificates.region.RegionProblem;
import surety.certificates.region.RegionTree;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;

/**
 * Replays a region certificate against a network and inputs that come from the auditor. Nothing in
 * the certificate is believed: every side that it leaves out is proved to be empty, every region
 * that it lists shows a point inside, and every probability is computed anew.
 */
public final class RegionReplay {
  private RegionReplay() {}

  /**
   * Replays.
   *
   * @param statement what the auditor wants to have proved
   * @param networkFile the network's bytes
   * @param certificate the certificate's bytes, read to the end
   * @param visitor sees the regions; what it has seen counts only if the result is valid
   * @param stop a replay that was stopped says nothing of the certificate
   * @throws NetworkFormatException if the network file cannot be read as a network
   * @throws IOException if the certificate cannot be read
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static RegionReplayResult run(
      RegionStatement statement,
      byte[] networkFile,
      InputStream certificate,
      RegionTree.Visitor visitor,
      Stop stop)
      throws IOException {
    try {
      return replay(statement, networkFile, certificate, visitor, stop);
    } catch (ProofException e) {
      ReplayVerdict verdict =
          e.kind() == Kind.INVALID ? ReplayVerdict.INVALID : ReplayVerdict.INCOMPLETE;
      return RegionReplayResult.failed(verdict, e.getMessage());
    } catch (RegionException | IllegalArgumentException | ArithmeticException e) {
      return RegionReplayResult.failed(ReplayVerdict.INVALID, e.getMessage());
    }
  }

  private static RegionReplayResult replay(
      RegionStatement statement,
      byte[] networkFile,
      InputStream certificate,
      RegionTree.Visitor visitor,
      Stop stop)
      throws IOException, ProofException, RegionException {
    if (!Sha256.of(networkFile, stop).equals(statement.networkDigest())) {
      throw invalid("the network file is not the one that the statement is about (other digest)");
    }
    DigestInputStream in =
        new DigestInputStream(new BufferedInputStream(certificate, 1 << 16), Sha256.create());
    RegionHeader header = RegionHeader.read(statement.canonical(), new LineReader(in));
    Network network = OnnxReader.read(networkFile, stop);
    RegionProblem problem =
        RegionProblem.of(statement, network, header.truncations(), header.plans(), stop);
    RegionTree.Outcome outcome = RegionTree.walk(problem, in, visitor);
    Replay.readEnd(in);
    if (outcome.regions() != header.regions()) {
      throw invalid("the number of regions is not the one that the certificate claims");
    }
    return RegionReplayResult.valid(outcome, problem.tails());
  }

  private static ProofException invalid(String message) {
    return new ProofException(Kind.INVALID, message);
  }
}
