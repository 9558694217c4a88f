package surety.certificates.activation;

/** How a function bends over an interval. */
public enum Curvature {
  /** A straight line: its values at two points tell all. */
  LINEAR,

  /** No chord is below the function, and no tangent above it. */
  CONVEX,

  /** No chord is above the function, and no tangent below it. */
  CONCAVE,

  /** It may bend either way, and turn; only how fast its slope changes is bounded. */
  EITHER
}
