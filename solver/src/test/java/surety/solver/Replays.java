package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import surety.certificates.cell.Problem;
import surety.certificates.network.Network;
import surety.certificates.proof.TreeBounds;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;

/** Replays of certificates about networks that are in no file, so that they have no digest. */
final class Replays {
  private Replays() {}

  /** The kernel computes the claimed bounds from the certificate's tree. */
  static void assertValid(Statement statement, Network network, byte[] certificate)
      throws IOException {
    try (InputStream in = new BufferedInputStream(new ByteArrayInputStream(certificate))) {
      Header header = Header.read(in);
      Problem problem = Problem.of(statement, List.of(network), header.truncations(), Stop.NEVER);
      assertEquals(header.bounds(), TreeBounds.compute(problem, header.numbers(), in, 1).bounds());
    } catch (RejectedException e) {
      throw new AssertionError("the kernel refuses the certificate", e);
    }
  }
}
