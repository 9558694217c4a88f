package surety.solver.search;

/** A simplex of the proof tree: a leaf with its bounds, or split into two. */
final class SimplexCell {
  private final double volume;
  private final double mass;
  private final double gap;
  private final int firstUnstable;
  private Vertex[] vertices;
  private double[] lower;
  private double[] upper;
  private Split split;

  /**
   * How a cell was cut: {@code first} replaces vertex j by {@code (1 - ratio) v_i + ratio v_j},
   * {@code second} replaces vertex i.
   */
  record Split(int i, int j, double ratio, SimplexCell first, SimplexCell second) {}

  /**
   * @param gap how much the bounds differ, per unit of mass, in the sense of the {@link Objective}
   * @param firstUnstable the first hidden layer that is not affine over the cell
   * @param lower bounds at the vertices
   */
  SimplexCell(
      Vertex[] vertices,
      double volume,
      double mass,
      double gap,
      int firstUnstable,
      double[] lower,
      double[] upper) {
    this.vertices = vertices;
    this.volume = volume;
    this.mass = mass;
    this.gap = gap;
    this.firstUnstable = firstUnstable;
    this.lower = lower;
    this.upper = upper;
  }

  Vertex[] vertices() {
    return vertices;
  }

  double volume() {
    return volume;
  }

  double mass() {
    return mass;
  }

  double gap() {
    return gap;
  }

  int firstUnstable() {
    return firstUnstable;
  }

  double[] lower() {
    return lower;
  }

  double[] upper() {
    return upper;
  }

  /** What the cell adds to the whole gap. */
  double priority() {
    return mass * gap;
  }

  boolean isLeaf() {
    return split == null;
  }

  Split split() {
    return split;
  }

  /** Makes this an inner node, which needs no bounds any more. */
  void split(Split chosen) {
    split = chosen;
    vertices = null;
    lower = null;
    upper = null;
  }
}
