package surety.certificates.cell;

/** A convex piece of the input domain. */
public sealed interface Cell permits BoxCell, SimplexCell {
  /** Number of coordinates. */
  int dimension();

  /** How many rules made it out of the root box. */
  int depth();
}
