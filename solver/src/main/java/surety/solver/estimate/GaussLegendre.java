package surety.solver.estimate;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss and Legendre's rule on any interval, however short. */
final class GaussLegendre {
  private final double[] points;
  private final double[] weights;

  GaussLegendre(int nodes) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes);
    points = new double[nodes];
    weights = new double[nodes];
    for (int k = 0; k < nodes; k++) {
      points[k] = rule.getPoint(k);
      weights[k] = rule.getWeight(k);
    }
  }

  /** What is done at each node of the rule. */
  interface Node {
    void at(double x, double weight);
  }

  /** Goes through the nodes for the integral between two numbers. */
  void forEach(double from, double to, Node node) {
    double radius = (to - from) / 2;
    for (int k = 0; k < points.length; k++) {
      node.at(from + radius * (1 + points[k]), radius * weights[k]);
    }
  }

  /** The integral of a function between two numbers. */
  double integrate(DoubleUnaryOperator f, double from, double to) {
    double radius = (to - from) / 2;
    double sum = 0;
    for (int k = 0; k < points.length; k++) {
      sum += weights[k] * f.applyAsDouble(from + radius * (1 + points[k]));
    }
    return radius * sum;
  }
}
