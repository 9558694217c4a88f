package surety.certificates.replay;

import surety.certificates.network.Network;
import surety.certificates.nnet.NnetReader;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.stop.Stop;

/**
 * Reads a network file of either format. Which one it is of the content says, never the name: a
 * digest is of the content only, and with it a statement is about one network.
 */
public final class NetworkReader {
  private NetworkReader() {}

  /**
   * The network in a file, unless somebody stops it.
   *
   * @throws NetworkFormatException if it is no network of a supported kind
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static Network read(byte[] file, Stop stop) throws NetworkFormatException {
    return NnetReader.isOne(file) ? NnetReader.read(file, stop) : OnnxReader.read(file, stop);
  }
}
