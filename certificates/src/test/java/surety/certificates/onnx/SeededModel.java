package surety.certificates.onnx;

import java.util.Arrays;
import surety.certificates.arithmetic.Rational;

/** A model file beside an independent evaluation of it. */
interface SeededModel {

  byte[] file();

  /** Whether it computes in double precision, and not in single. */
  boolean isDouble();

  long[] inputDims();

  default int inputs() {
    return (int) Arrays.stream(inputDims()).reduce(1, (a, b) -> a * b);
  }

  /** How many roundings a result may have gone through, one behind the other. */
  int roundings();

  /** The exact outputs. */
  Rational[] evaluate(Rational[] x);

  /** Upper bounds of the outputs' absolute values when nothing cancels. */
  Rational[] magnitudes(Rational[] x);
}
