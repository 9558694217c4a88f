package surety.certificates.network;

import surety.certificates.arithmetic.FloatFormat;

/** Arithmetic of a format, with subnormal numbers kept or flushed; an oracle for tests. */
record Floats(FloatFormat format, boolean flushes) {

  /** The number as it is read or written. */
  double kept(double x) {
    return flushes && format.mayFlush(x) ? 0 : x;
  }

  /** A real number as an input of the format. */
  double rounded(double x) {
    return kept(format == FloatFormat.FLOAT32 ? (float) x : x);
  }

  double plus(double a, double b) {
    double x = kept(a);
    double y = kept(b);
    return kept(format == FloatFormat.FLOAT32 ? (float) x + (float) y : x + y);
  }

  double times(double a, double b) {
    double x = kept(a);
    double y = kept(b);
    return kept(format == FloatFormat.FLOAT32 ? (float) x * (float) y : x * y);
  }

  double over(double a, double b) {
    double x = kept(a);
    double y = kept(b);
    return kept(format == FloatFormat.FLOAT32 ? (float) x / (float) y : x / y);
  }

  double root(double a) {
    double x = Math.sqrt(kept(a)); // of a float, rounded twice is rounded once
    return kept(format == FloatFormat.FLOAT32 ? (float) x : x);
  }

  double fma(double a, double b, double c) {
    double x = kept(a);
    double y = kept(b);
    double z = kept(c);
    return kept(
        format == FloatFormat.FLOAT32
            ? Math.fma((float) x, (float) y, (float) z)
            : Math.fma(x, y, z));
  }
}
