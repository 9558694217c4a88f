package surety.examples;

/** What stands behind {@code on}; its ends may be infinite. */
record RandomInterval(double lower, double upper) {
  String text() {
    return "[" + end(lower) + ", " + end(upper) + "]";
  }

  private static String end(double end) {
    return Double.isInfinite(end) ? (end < 0 ? "-inf" : "inf") : String.valueOf(end);
  }

  boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
