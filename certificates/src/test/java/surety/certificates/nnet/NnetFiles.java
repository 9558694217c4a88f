package surety.certificates.nnet;

import java.nio.charset.StandardCharsets;

/** Small networks in the NNet format. */
public final class NnetFiles {
  private NnetFiles() {}

  /**
   * Two inputs in [0, 10] and [-1, 1], two hidden neurons, one output in units of 4 around 100.
   *
   * <p>With u = (x0 - 5) / 10 and v = x1 / 3, the output is 4 (relu(u + v) - 2 relu(u - v + 1/2) +
   * 0.25) + 100.
   */
  public static final String SMALL =
      """
      // a small network
      // in two lines
      2,2,1,2,
      2,2,1,
      0,
      0.0,-1.0,
      10.0,1.0,
      5.0,0.0,100.0,
      10.0,3.0,4.0,
      1.0,1.0,
      1.0,-1.0,
      0.0,
      0.5,
      1.0,-2.0,
      2.5e-01,
      """;

  public static byte[] small() {
    return bytes(SMALL);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
