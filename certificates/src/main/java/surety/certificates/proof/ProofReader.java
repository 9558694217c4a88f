package surety.certificates.proof;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import surety.certificates.rejection.RejectedException;

/** Reads the rules of a proof tree one by one. */
public final class ProofReader {
  private final DataInputStream in;

  /** From a stream, which should be buffered. */
  public ProofReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * The rule of the next cell.
   *
   * @param dimension number of coordinates of the branch
   * @throws RejectedException if there is none, or an unknown one
   */
  public Rule next(int dimension) throws IOException, RejectedException {
    return RuleCode.read(in, dimension);
  }
}
