package surety.certificates.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.recurrence.LoopBounds;
import surety.certificates.recurrence.LoopProof;
import surety.certificates.rejection.LoopRejection;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.LoopClaim;
import surety.certificates.stop.Stop;

/**
 * What follows of a loop. In the place of a tree a certificate says how to derive the numbers, and
 * with how many digits; they are derived anew, from the loop alone.
 */
final class LoopReplay {
  private LoopReplay() {}

  static List<Enclosure> bounds(LoopClaim claim, Header header, InputStream in, Stop stop)
      throws IOException, RejectedException {
    if (!header.truncations().isEmpty() || !header.numbers().isEmpty()) {
      throw new RejectedException(new LoopRejection.NotEmpty());
    }
    String text = new LineReader(in).next();
    LoopProof proof =
        LoopProof.parse(text)
            .orElseThrow(() -> new RejectedException(new LoopRejection.NoProof(text)));
    try {
      return LoopBounds.of(claim, proof, stop);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new RejectedException(new ProblemRejection.Unsuitable(e.getMessage()));
    }
  }
}
