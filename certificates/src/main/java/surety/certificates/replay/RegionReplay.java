package surety.certificates.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.region.RegionProblem;
import surety.certificates.region.RegionProblems;
import surety.certificates.region.RegionTree;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
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
   * @param networkFile the network's files
   * @param certificate the certificate's bytes, read to the end
   * @param visitor sees the regions; what it has seen counts only if the result is valid
   * @param stop a replay that was stopped says nothing of the certificate
   * @throws NetworkFormatException if the network file cannot be read as a network
   * @throws IOException if the certificate cannot be read
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static RegionReplayResult run(
      RegionStatement statement,
      NetworkContent networkFile,
      InputStream certificate,
      RegionTree.Visitor visitor,
      Stop stop)
      throws IOException {
    try {
      return replay(statement, networkFile, certificate, visitor, stop);
    } catch (RejectedException e) {
      return RegionReplayResult.failed(e.rejection());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return RegionReplayResult.failed(new ProblemRejection.Unsuitable(e.getMessage()));
    }
  }

  private static RegionReplayResult replay(
      RegionStatement statement,
      NetworkContent networkFile,
      InputStream certificate,
      RegionTree.Visitor visitor,
      Stop stop)
      throws IOException, RejectedException {
    String digest = networkFile.digest(stop);
    if (!digest.equals(statement.networkDigest())) {
      throw new RejectedException(new ProblemRejection.OtherNetwork(1, 1, digest));
    }
    DigestInputStream in =
        new DigestInputStream(new BufferedInputStream(certificate, 1 << 16), Sha256.create());
    RegionHeader header = RegionHeader.read(statement.canonical(), new LineReader(in));
    Network network = networkFile.network(stop);
    RegionProblems problems =
        new RegionProblems(statement, network, header.truncations(), header.plans(), stop);
    RegionTree.Outcome outcome = RegionTree.Outcome.NONE;
    double tails = statement.law().rest().doubleCeiling();
    for (int b = 0; b < problems.branches(); b++) {
      RegionProblem problem = problems.branch(b);
      outcome = outcome.plus(RegionTree.walk(problem, in, visitor));
      tails = Rounding.addUp(tails, problem.tails());
    }
    Replay.readEnd(in);
    if (outcome.regions() != header.regions()) {
      throw new RejectedException(new RegionRejection.Regions(header.regions(), outcome.regions()));
    }
    return RegionReplayResult.valid(outcome, tails);
  }
}
