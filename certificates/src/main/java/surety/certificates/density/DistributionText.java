package surety.certificates.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import surety.certificates.arithmetic.Rational;

/**
 * Distributions as canonical text, the text of a statement.
 *
 * <pre>
 * uniform(0, 1)   beta(2, 2)   normal(0, 1) on [-3, 3]   normal(0, sqrt(2))   exponential(1)
 * gamma(3/2, 1) on [1, inf]   uniform(0, 1) within [0, 1/3]
 * triangular(0, 1/2, 1)   histogram([0, 1, 2], [1/4, 3/4])   polynomial([0, 1], [[0, 2]])
 * lognormal(0, 1)   weibull(3/2, 1)   logistic(0, 1)   laplace(0, 1)   studentt(3, 0, 1)
 * cauchy(0, 1)   pareto(2, 1)
 * </pre>
 *
 * <p>A text is read only if it is exactly what {@link #write} would write for the result, so that
 * there are no two texts for one distribution.
 */
final class DistributionText {
  private static final String BELOW = "-inf";
  private static final String ABOVE = "inf";

  private final String text;
  private int position;

  private DistributionText(String text) {
    this.text = text;
  }

  static String write(Distribution distribution) {
    if (distribution instanceof Truncated t) {
      return write(t.base()) + " on " + interval(t.lower(), t.upper());
    }
    if (distribution instanceof Restricted r) {
      return write(r.base()) + " within " + interval(r.lower(), r.upper());
    }
    if (distribution instanceof Histogram h) {
      return "histogram(" + list(h.edges()) + ", " + list(h.weights()) + ")";
    }
    if (distribution instanceof Polynomial p) {
      StringJoiner pieces = new StringJoiner(", ");
      p.coefficients().forEach(piece -> pieces.add(list(piece)));
      return "polynomial(" + list(p.edges()) + ", [" + pieces + "])";
    }
    if (distribution instanceof NormalOfVariance n) {
      return "normal(" + n.mean() + ", sqrt(" + n.variance() + "))";
    }
    return writeCall(distribution);
  }

  private static String writeCall(Distribution distribution) {
    if (distribution instanceof Uniform u) {
      return call("uniform", u.lower(), u.upper());
    }
    if (distribution instanceof Beta b) {
      return call("beta", b.alpha(), b.beta());
    }
    if (distribution instanceof Normal n) {
      return call("normal", n.mean(), n.deviation());
    }
    if (distribution instanceof Exponential e) {
      return call("exponential", e.rate());
    }
    if (distribution instanceof Gamma g) {
      return call("gamma", g.shape(), g.scale());
    }
    if (distribution instanceof Triangular t) {
      return call("triangular", t.lower(), t.mode(), t.upper());
    }
    if (distribution instanceof LogNormal l) {
      return call("lognormal", l.mu(), l.sigma());
    }
    if (distribution instanceof Weibull w) {
      return call("weibull", w.shape(), w.scale());
    }
    if (distribution instanceof Logistic l) {
      return call("logistic", l.mean(), l.scale());
    }
    if (distribution instanceof Laplace l) {
      return call("laplace", l.mean(), l.scale());
    }
    if (distribution instanceof StudentT t) {
      return call("studentt", t.freedom(), t.median(), t.scale());
    }
    if (distribution instanceof Cauchy c) {
      return call("cauchy", c.median(), c.scale());
    }
    Pareto p = (Pareto) distribution;
    return call("pareto", p.shape(), p.minimum());
  }

  private static String call(String name, Rational... parameters) {
    return name + "(" + joined(List.of(parameters)) + ")";
  }

  private static String interval(Optional<Rational> lower, Optional<Rational> upper) {
    return "["
        + lower.map(Rational::toString).orElse(BELOW)
        + ", "
        + upper.map(Rational::toString).orElse(ABOVE)
        + "]";
  }

  private static String list(List<Rational> values) {
    return "[" + joined(values) + "]";
  }

  private static String joined(List<Rational> values) {
    StringJoiner joiner = new StringJoiner(", ");
    for (Rational value : values) {
      joiner.add(value.toString());
    }
    return joiner.toString();
  }

  static Distribution read(String text) {
    DistributionText reader = new DistributionText(text);
    Distribution result = reader.readAll();
    if (!write(result).equals(text)) {
      throw new IllegalArgumentException(
          "the distribution '"
              + reader.shortened()
              + "' is not in canonical form; write numbers as integers or as fractions in lowest"
              + " terms, like 1/10");
    }
    return result;
  }

  private Distribution readAll() {
    Distribution result = readBase();
    if (takes(" on [")) {
      Optional<Rational> lower = readEnd(BELOW);
      expect(", ");
      result = new Truncated(result, lower, readEnd(ABOVE));
      expect("]");
    }
    if (takes(" within [")) {
      Optional<Rational> lower = readEnd(BELOW);
      expect(", ");
      result = new Restricted(result, lower, readEnd(ABOVE));
      expect("]");
    }
    if (position < text.length()) {
      throw wrong("there must be nothing behind the distribution");
    }
    return result;
  }

  private boolean takes(String symbol) {
    boolean isThere = text.startsWith(symbol, position);
    position += isThere ? symbol.length() : 0;
    return isThere;
  }

  private Optional<Rational> readEnd(String infinite) {
    return takes(infinite) ? Optional.empty() : Optional.of(readNumber());
  }

  private Distribution readBase() {
    int open = text.indexOf('(');
    String name = open < 0 ? text : text.substring(0, open);
    position = name.length();
    return switch (name) {
      case "histogram" -> readHistogram();
      case "polynomial" -> readPolynomial();
      case "normal" -> text.contains(", sqrt(") ? readNormalOfVariance() : readCall(name, 2);
      case "exponential" -> readCall(name, 1);
      case "triangular", "studentt" -> readCall(name, 3);
      case "uniform",
          "beta",
          "gamma",
          "lognormal",
          "weibull",
          "logistic",
          "laplace",
          "cauchy",
          "pareto" ->
          readCall(name, 2);
      default -> {
        position = 0;
        throw wrong(
            "it must begin with uniform, beta, normal, exponential, gamma, triangular, histogram,"
                + " lognormal, weibull, logistic, laplace, studentt, cauchy, pareto or polynomial"
                + " and its parameters in parentheses");
      }
    };
  }

  private Distribution readCall(String name, int count) {
    List<Rational> p = readParameters(name, count);
    return switch (name) {
      case "uniform" -> new Uniform(p.get(0), p.get(1));
      case "beta" -> new Beta(p.get(0), p.get(1));
      case "normal" -> new Normal(p.get(0), p.get(1));
      case "exponential" -> new Exponential(p.get(0));
      case "gamma" -> new Gamma(p.get(0), p.get(1));
      case "triangular" -> new Triangular(p.get(0), p.get(1), p.get(2));
      case "lognormal" -> new LogNormal(p.get(0), p.get(1));
      case "weibull" -> new Weibull(p.get(0), p.get(1));
      case "logistic" -> new Logistic(p.get(0), p.get(1));
      case "laplace" -> new Laplace(p.get(0), p.get(1));
      case "studentt" -> new StudentT(p.get(0), p.get(1), p.get(2));
      case "cauchy" -> new Cauchy(p.get(0), p.get(1));
      default -> new Pareto(p.get(0), p.get(1));
    };
  }

  private Polynomial readPolynomial() {
    expect("(");
    List<Rational> edges = readList();
    expect(", [");
    List<List<Rational>> pieces = new ArrayList<>();
    pieces.add(readList());
    while (takes(", ")) {
      pieces.add(readList());
    }
    expect("])");
    return new Polynomial(edges, pieces);
  }

  private NormalOfVariance readNormalOfVariance() {
    expect("(");
    Rational mean = readNumber();
    expect(", sqrt(");
    Rational variance = readNumber();
    expect("))");
    return new NormalOfVariance(mean, variance);
  }

  private Histogram readHistogram() {
    expect("(");
    List<Rational> edges = readList();
    expect(", ");
    List<Rational> weights = readList();
    expect(")");
    return new Histogram(edges, weights);
  }

  private List<Rational> readParameters(String name, int count) {
    expect("(");
    List<Rational> parameters = readNumbers();
    expect(")");
    if (parameters.size() != count) {
      throw wrong(name + " has " + count + " parameter" + (count == 1 ? "" : "s"));
    }
    return parameters;
  }

  private List<Rational> readList() {
    expect("[");
    List<Rational> values = readNumbers();
    expect("]");
    return values;
  }

  private List<Rational> readNumbers() {
    List<Rational> values = new ArrayList<>();
    values.add(readNumber());
    while (text.startsWith(", ", position)) {
      position += 2;
      values.add(readNumber());
    }
    return values;
  }

  private Rational readNumber() {
    int start = position;
    while (position < text.length() && "-/0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    if (start == position) {
      throw wrong("a number must stand there");
    }
    try {
      return Rational.parseFraction(text.substring(start, position));
    } catch (NumberFormatException e) {
      position = start;
      throw wrong(e.getMessage());
    }
  }

  private void expect(String symbol) {
    if (!text.startsWith(symbol, position)) {
      throw wrong("'" + symbol + "' must stand there");
    }
    position += symbol.length();
  }

  private IllegalArgumentException wrong(String reason) {
    return new IllegalArgumentException(
        "the distribution '"
            + shortened()
            + "' cannot be read at character "
            + (position + 1)
            + ": "
            + reason);
  }

  private String shortened() {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
