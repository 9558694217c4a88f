package surety.certificates.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.SupportRejection;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.support.SupportProblem;
import surety.certificates.support.SupportTree;

/**
 * Replays a support certificate against a network and inputs that come from the auditor. The
 * certificate says which neurons are decided and in which order, and where the search gave up; all
 * probabilities are computed anew.
 */
public final class SupportReplay {
  private SupportReplay() {}

  /**
   * Replays.
   *
   * @param statement what the auditor wants to have proved
   * @param networkFile the network's files
   * @param certificate the certificate's bytes, read to the end
   * @param visitor sees the patterns; what it has seen counts only if the result is valid
   * @param stop a replay that was stopped says nothing of the certificate
   * @throws NetworkFormatException if the network file cannot be read as a network
   * @throws IOException if the certificate cannot be read
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static SupportReplayResult run(
      SupportStatement statement,
      NetworkContent networkFile,
      InputStream certificate,
      SupportTree.Visitor visitor,
      Stop stop)
      throws IOException {
    try {
      return replay(statement, networkFile, certificate, visitor, stop);
    } catch (RejectedException e) {
      return SupportReplayResult.failed(e.rejection());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return SupportReplayResult.failed(new ProblemRejection.Unsuitable(e.getMessage()));
    }
  }

  private static SupportReplayResult replay(
      SupportStatement statement,
      NetworkContent networkFile,
      InputStream certificate,
      SupportTree.Visitor visitor,
      Stop stop)
      throws IOException, RejectedException {
    String digest = networkFile.digest(stop);
    if (!digest.equals(statement.networkDigest())) {
      throw new RejectedException(new ProblemRejection.OtherNetwork(1, 1, digest));
    }
    DigestInputStream in =
        new DigestInputStream(new BufferedInputStream(certificate, 1 << 16), Sha256.create());
    SupportHeader header = SupportHeader.read(statement.canonical(), new LineReader(in));
    Network network = networkFile.network(stop);
    SupportProblem problem = SupportProblem.of(statement.law(), network, stop);
    SupportTree.Outcome outcome = SupportTree.walk(problem, in, visitor);
    Replay.readEnd(in);
    if (outcome.patterns() != header.patterns()) {
      throw new RejectedException(
          new SupportRejection.Patterns(header.patterns(), outcome.patterns()));
    }
    if (outcome.missing() > header.missing()) {
      throw new RejectedException(
          new SupportRejection.Missing(header.missing(), outcome.missing()));
    }
    return SupportReplayResult.valid(outcome, header.missing());
  }
}
