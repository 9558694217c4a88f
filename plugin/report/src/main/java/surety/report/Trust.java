package surety.report;

import java.util.List;

/** What has to be trusted for a verdict to hold, and what has not; for the foot of a report. */
public final class Trust {
  private Trust() {}

  /** In some paragraphs. The second names what section 9 of FORMAT.md names. */
  public static List<String> paragraphs() {
    return List.of(
        "Every bound here was computed by a small kernel with outward rounding, from a proof tree"
            + " that the search handed over, and is printed rounded outward. The search itself need"
            + " not be trusted: a fault in it can cost tightness, never truth. Whoever does not"
            + " trust this report replays the certificates, against their own copies of the"
            + " specification and the networks.",
        "Trusted are the kernel (the folder certificates, which needs nothing but the Java"
            + " platform) and of that platform: strict floating point (IEEE 754, round to nearest),"
            + " Math.fma, Math.sqrt, Double.parseDouble to the nearest, StrictMath's exp,"
            + " expm1, log, log1p, pow, sin, cos and tanh within twice their documented error,"
            + " BigInteger, and SHA-256."
            + " There is no tolerance constant.",
        "Trusted is also the specification: that its distributions describe the inputs and that its"
            + " properties say what the requirements mean. Decimals in it are exact, so 0.1 is"
            + " 1/10.",
        "Witnesses are checked exactly or with guaranteed arithmetic. What is marked as an"
            + " estimate, such as the heaviest boxes, is none of this: it tells where to look, and"
            + " decides nothing.");
  }
}
