package surety.certificates.onnx;

import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * Reads a feed-forward network from an ONNX file (ONNX operator sets 7 to 22).
 *
 * <p>The network is the function over the reals that the graph describes when each number in the
 * file stands for itself: floats are widened, never rounded. What that excludes is refused, with a
 * message that names it. A network is read for one sample: a symbolic batch dimension counts as 1.
 * Gates that the output does not need are left out.
 */
public final class OnnxReader {

  private OnnxReader() {}

  /**
   * The network in a file.
   *
   * @param file the bytes of the file, which are not changed
   * @throws NetworkFormatException if they are not a network of the supported kind
   */
  public static Network read(byte[] file) throws NetworkFormatException {
    return read(file, Stop.NEVER);
  }

  /**
   * The same, unless somebody stops it.
   *
   * @throws NetworkFormatException if they are not a network of the supported kind
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static Network read(byte[] file, Stop stop) throws NetworkFormatException {
    return GraphTranslator.translate(ModelParser.model(file), new Budget(file.length, stop));
  }
}
