package surety.certificates.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Law.Branch;
import surety.certificates.statement.Law.InputMap;
import surety.certificates.statement.Law.Summand;
import surety.certificates.statement.Law.Term;
import surety.certificates.text.StatementException;
import surety.certificates.text.StatementLines;
import surety.certificates.text.TextScanner;

/** A law as lines of a statement, as FORMAT.md section 2 prescribes them. */
final class LawText {
  /** Between the distributions of a summand's coordinates. */
  private static final String INDEPENDENT = "; ";

  private LawText() {}

  static String write(Law law) {
    StringBuilder text = new StringBuilder();
    text.append("inputs ").append(law.inputs()).append('\n');
    Optional<List<Input>> independent = law.independentInputs();
    if (independent.isPresent()) {
      for (int k = 0; k < law.inputs(); k++) {
        text.append(name(k)).append(input(independent.get().get(k))).append('\n');
      }
      return text.toString();
    }
    text.append("branches ").append(law.branches().size());
    text.append(" rest ").append(law.rest()).append('\n');
    law.branches().forEach(branch -> write(branch, text));
    return text.toString();
  }

  private static String name(int input) {
    return "x[" + input + "] ";
  }

  private static String input(Input input) {
    return input instanceof FixedInput fixed
        ? "= " + fixed.value()
        : "~ " + ((RandomInput) input).distribution().canonical();
  }

  private static void write(Branch branch, StringBuilder text) {
    text.append("branch coordinates ").append(branch.dimension());
    text.append(" summands ").append(branch.summands().size()).append('\n');
    for (int k = 0; k < branch.inputs().size(); k++) {
      text.append(name(k)).append("= ").append(sum(branch.inputs().get(k))).append('\n');
    }
    for (Summand summand : branch.summands()) {
      StringJoiner joiner = new StringJoiner(INDEPENDENT, summand.weight() + ": ", "\n");
      joiner.setEmptyValue(summand.weight() + ": \n");
      summand.coordinates().forEach(distribution -> joiner.add(distribution.canonical()));
      text.append(joiner);
    }
  }

  private static String sum(InputMap map) {
    StringJoiner joiner = new StringJoiner(" + ");
    for (Term term : map.terms()) {
      joiner.add(term.coefficient() + "*u[" + term.coordinate() + "]");
    }
    if (map.terms().isEmpty() || !map.constant().isZero()) {
      joiner.add(map.constant().toString());
    }
    return joiner.toString();
  }

  static Law read(StatementLines lines) throws StatementException {
    int inputs = lines.count("inputs ");
    if (lines.follows("branches ")) {
      return readBranches(inputs, lines);
    }
    List<Input> independent = new ArrayList<>();
    for (int k = 0; k < inputs; k++) {
      independent.add(readInput(lines.after(name(k))));
    }
    return Law.independent(independent);
  }

  private static Input readInput(String text) throws StatementException {
    if (text.startsWith("= ")) {
      return new FixedInput(rational(text.substring(2)));
    }
    if (text.startsWith("~ ")) {
      return new RandomInput(Distribution.parse(text.substring(2)));
    }
    throw new StatementException(
        "an input is '= VALUE' or '~ DISTRIBUTION', not '" + TextScanner.brief(text) + "'");
  }

  /** Integers and fractions only: a decimal's exponent would name a number of any length. */
  private static Rational rational(String text) throws StatementException {
    try {
      return Rational.parseFraction(text);
    } catch (NumberFormatException e) {
      throw new StatementException("the statement is refused: " + e.getMessage(), e);
    }
  }

  private static Law readBranches(int inputs, StatementLines lines) throws StatementException {
    String[] head = parts(lines.after("branches "), " rest ");
    int count = lines.countOf(head[0]);
    if (count > Law.MOST_BRANCHES) {
      throw new StatementException("a law has at most " + Law.MOST_BRANCHES + " branches");
    }
    List<Branch> branches = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      branches.add(readBranch(inputs, lines));
    }
    return new Law(inputs, branches, rational(head[1]));
  }

  private static Branch readBranch(int inputs, StatementLines lines) throws StatementException {
    String[] head = parts(lines.after("branch coordinates "), " summands ");
    int dimension = lines.countOf(head[0]);
    int count = lines.countOf(head[1]);
    List<InputMap> maps = new ArrayList<>();
    for (int k = 0; k < inputs; k++) {
      maps.add(readMap(lines.after(name(k) + "= "), lines));
    }
    List<Summand> summands = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      summands.add(readSummand(lines.after(""), dimension));
    }
    return new Branch(maps, summands);
  }

  private static String[] parts(String text, String between) throws StatementException {
    int at = text.indexOf(between);
    if (at < 0) {
      throw new StatementException(
          "'" + TextScanner.brief(text) + "' must have '" + between + "' in it");
    }
    return new String[] {text.substring(0, at), text.substring(at + between.length())};
  }

  private static InputMap readMap(String text, StatementLines lines) throws StatementException {
    List<Term> terms = new ArrayList<>();
    Rational constant = Rational.ZERO;
    for (String part : text.split(" \\+ ", -1)) {
      int star = part.indexOf("*u[");
      if (star < 0) {
        constant = rational(part);
      } else if (!part.endsWith("]")) {
        throw new StatementException("'" + TextScanner.brief(part) + "' is no term of an input");
      } else {
        int coordinate = lines.countOf(part.substring(star + 3, part.length() - 1));
        terms.add(new Term(coordinate, rational(part.substring(0, star))));
      }
    }
    return new InputMap(terms, constant);
  }

  private static Summand readSummand(String text, int dimension) throws StatementException {
    String[] head = parts(text, ": ");
    List<Distribution> coordinates = new ArrayList<>();
    if (dimension > 0) {
      for (String distribution : head[1].split(INDEPENDENT, -1)) {
        coordinates.add(Distribution.parse(distribution));
      }
    }
    if (coordinates.size() != dimension) {
      throw new StatementException(
          "a summand has " + coordinates.size() + " distributions, not " + dimension);
    }
    return new Summand(rational(head[0]), coordinates);
  }
}
