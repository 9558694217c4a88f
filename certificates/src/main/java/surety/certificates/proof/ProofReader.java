package surety.certificates.proof;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import surety.certificates.rejection.RejectedException;

/** Reads the rules of a proof tree one by one. */
public final class ProofReader {
  private final DataInputStream in;
  private final int dimension;

  /**
   * From a stream, which should be buffered.
   *
   * @param dimension number of random inputs
   */
  public ProofReader(InputStream in, int dimension) {
    this.in = new DataInputStream(in);
    this.dimension = dimension;
  }

  /**
   * The rule of the next cell.
   *
   * @throws RejectedException if there is none, or an unknown one
   */
  public Rule next() throws IOException, RejectedException {
    return RuleCode.read(in, dimension);
  }
}
