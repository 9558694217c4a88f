package surety.solver.evaluation;

import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.nnet.NnetReader;
import surety.certificates.replay.NetworkContent;

/**
 * Asks ONNX Runtime what a network gives. Its native library is loaded with the first question, and
 * where that fails, or the network is refused, the answer says so.
 *
 * <p>No class of ONNX Runtime is named here, so that this one can be loaded without them.
 */
public final class OnnxRuntime {
  private OnnxRuntime() {}

  /**
   * What the network in a file gives for an input, rounded to the network's format.
   *
   * @param model what the network is read from
   * @param outputs how many outputs the network has
   */
  public static RuntimeEstimate estimate(NetworkContent model, List<Rational> inputs, int outputs) {
    if (NnetReader.isOne(model.file())) {
      return new RuntimeEstimate.Unavailable(
          "ONNX Runtime reads ONNX files, and this is an NNet file");
    }
    RuntimeEstimate estimate;
    try {
      estimate = RuntimeSession.run(model, inputs);
    } catch (LinkageError e) {
      return notLoaded(e);
    }
    return estimate instanceof RuntimeEstimate.Computed computed
            && computed.outputs().size() != outputs
        ? new RuntimeEstimate.Unavailable(
            "ONNX Runtime gives %d outputs instead of %d"
                .formatted(computed.outputs().size(), outputs))
        : estimate;
  }

  /** There are libraries for the usual processors and systems only. */
  static RuntimeEstimate notLoaded(LinkageError e) {
    Throwable reason = e;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    return new RuntimeEstimate.Unavailable(
        "ONNX Runtime's native library cannot be loaded on %s, %s (%s)"
            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), reason));
  }
}
