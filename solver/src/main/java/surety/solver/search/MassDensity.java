package surety.solver.search;

/** mean density over a simplex */
interface MassDensity {
  double mean(Vertex[] simplex);
}
