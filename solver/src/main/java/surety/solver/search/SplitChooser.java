package surety.solver.search;

import java.util.Arrays;

/** Splits simplices: proposes a few cuts, looks at the children of each, takes the best. */
final class SplitChooser {
  static int LOOK = Integer.getInteger("look", 3);
  static int EDGES = Integer.getInteger("edges", 1);
  static double MINR = 1e-12;
  private final PlainNetwork network;
  private final Objective objective;
  private final SimplexBounds bounds;
  private final HalfSpaceFraction fraction;
  private final double[] scores;

  SplitChooser(PlainNetwork network, Objective objective) {
    this.network = network;
    this.objective = objective;
    bounds = new SimplexBounds(network);
    fraction = new HalfSpaceFraction(network.inputs());
    scores = new double[network.hidden().stream().mapToInt(h -> h.width()).sum()];
  }

  SimplexCell cell(Vertex[] vertices, double volume, MassDensity density) {
    bounds.compute(vertices);
    double gap = objective.gap(bounds.lower(), bounds.upper(), fraction);
    double mass = volume * density.mean(vertices);
    return new SimplexCell(vertices, volume, mass, gap, bounds.firstUnstable(), bounds.lower().clone(), bounds.upper().clone());
  }

  SimplexCell.Split best;
  double bestGap;

  SimplexCell.Split choose(SimplexCell cell, MassDensity density) {
    best = null;
    bestGap = Double.POSITIVE_INFINITY;
    Vertex[] v = cell.vertices();
    bounds.compute(v);
    bounds.attribute(scores);
    int tried = 0;
    while (tried < LOOK) {
      int top = 0;
      for (int k = 1; k < scores.length; k++) if (scores[k] > scores[top]) top = k;
      if (scores.length == 0 || !(scores[top] > 0)) break;
      scores[top] = 0;
      boolean any = false;
      int ip = 0, in = 0;
      for (int i = 1; i < v.length; i++) { if (v[i].pre(top) > v[ip].pre(top)) ip = i; if (v[i].pre(top) < v[in].pre(top)) in = i; }
      if (!(v[ip].pre(top) > 0 && v[in].pre(top) < 0)) continue;
      if (EDGES == 1) any = tryCut(cell, density, Math.min(ip, in), Math.max(ip, in), top);
      else {
        for (int i = 0; i < v.length; i++) for (int j = i + 1; j < v.length; j++)
          if (v[i].pre(top) * v[j].pre(top) < 0) any |= tryCut(cell, density, i, j, top);
      }
      if (any) tried++;
    }
    if (best == null) { longest(cell, density); }
    return best;
  }

  private boolean tryCut(SimplexCell cell, MassDensity density, int i, int j, int neuron) {
    Vertex[] v = cell.vertices();
    double a = v[i].pre(neuron), b = v[j].pre(neuron);
    double r = a / (a - b);
    if (!(r > MINR && r < 1 - MINR)) return false;
    attempt(cell, density, i, j, r);
    return true;
  }

  private void attempt(SimplexCell cell, MassDensity density, int i, int j, double r) {
    Vertex[] v = cell.vertices();
    Vertex w = network.vertex(v[i].towards(v[j], r));
    Vertex[] a = v.clone(); a[j] = w;
    Vertex[] b = v.clone(); b[i] = w;
    SimplexCell first = cell(a, cell.volume() * r, density), second = cell(b, cell.volume() * (1 - r), density);
    double gap = first.priority() + second.priority();
    if (gap < bestGap) { bestGap = gap; best = new SimplexCell.Split(i, j, r, first, second); }
  }

  private void longest(SimplexCell cell, MassDensity density) {
    Vertex[] v = cell.vertices();
    double bd = -1; int bi = 0, bj = 1;
    for (int i = 0; i < v.length; i++) for (int j = i + 1; j < v.length; j++) {
      double d = 0; for (int q = 0; q < v[0].dimension(); q++) { double e = v[i].z(q) - v[j].z(q); d += e * e; }
      if (d > bd) { bd = d; bi = i; bj = j; }
    }
    attempt(cell, density, bi, bj, 0.5);
  }
}
