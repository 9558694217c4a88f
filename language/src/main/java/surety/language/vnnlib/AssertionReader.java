package surety.language.vnnlib;

import static surety.language.vnnlib.VnnlibException.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import surety.certificates.arithmetic.Rational;
import surety.language.vnnlib.Term.Atom;
import surety.language.vnnlib.Term.Group;
import surety.language.vnnlib.Term.Index;

/** Reads what is asserted of declared variables. */
final class AssertionReader {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]{1,3})?");
  private static final int LONGEST_NUMBER = 400;

  private final Declarations declared;

  AssertionReader(Declarations declared) {
    this.declared = declared;
  }

  /** {@code (assert FORMULA)}. */
  Formula assertion(Group group) throws VnnlibException {
    if (group.rest().size() != 1) {
      throw new VnnlibException(group, "behind assert stands one formula");
    }
    return formula(group.rest().get(0), false);
  }

  /**
   * A formula.
   *
   * @param isNot whether the opposite is asserted
   */
  private Formula formula(Term term, boolean isNot) throws VnnlibException {
    if (!(term instanceof Group group)) {
      throw new VnnlibException(
          term, "a formula stands in parentheses, such as (<= X_0 1), not " + quote(term + ""));
    }
    return switch (group.head()) {
      case "and" -> joined(group, !isNot, isNot);
      case "or" -> joined(group, isNot, isNot);
      case "not" -> {
        if (group.rest().size() != 1) {
          throw new VnnlibException(group, "behind not stands one formula");
        }
        yield formula(group.rest().get(0), !isNot);
      }
      case "<=", ">=", "<", ">" -> comparison(group, isNot);
      case "=", "==" -> equality(group, isNot);
      case "!=" -> equality(group, !isNot);
      default ->
          throw new VnnlibException(
              group,
              "a formula begins with and, or, not, <=, >=, <, > or ==, not with "
                  + quote(group.parts().isEmpty() ? "" : group.parts().get(0).toString()));
    };
  }

  private Formula joined(Group group, boolean isAll, boolean isNot) throws VnnlibException {
    if (group.rest().isEmpty()) {
      throw new VnnlibException(group, "behind " + group.head() + " stand formulas");
    }
    List<Formula> parts = new ArrayList<>();
    for (Term part : group.rest()) {
      parts.add(formula(part, isNot));
    }
    return isAll ? new Formula.All(parts) : new Formula.Any(parts);
  }

  private Formula comparison(Group group, boolean isNot) throws VnnlibException {
    boolean isStrict = (group.head().length() == 1) != isNot;
    boolean isBelow = (group.head().charAt(0) == '<') != isNot;
    Sum difference = difference(group);
    return new Formula.Below(
        isBelow ? difference : difference.times(Rational.of(-1)), isStrict, group);
  }

  /** Of an input it is a value; of an output it almost never happens. */
  private Formula equality(Group group, boolean isNot) throws VnnlibException {
    Sum difference = difference(group);
    if (isNot || difference.onlyInput().isEmpty()) {
      throw new VnnlibException(
          group,
          "'"
              + group.head()
              + "' can only give an input its value here; compare with <= or >= what else is meant");
    }
    return new Formula.All(
        List.of(
            new Formula.Below(difference, false, group),
            new Formula.Below(difference.times(Rational.of(-1)), false, group)));
  }

  private Sum difference(Group group) throws VnnlibException {
    List<Sum> sides = sums(group.rest());
    if (sides.size() != 2) {
      throw new VnnlibException(
          group, "behind '%s' stand two sums, not %d".formatted(group.head(), sides.size()));
    }
    return sides.get(0).plus(sides.get(1).times(Rational.of(-1)));
  }

  private List<Sum> sums(List<Term> terms) throws VnnlibException {
    List<Sum> sums = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      boolean hasIndex = i + 1 < terms.size() && terms.get(i + 1) instanceof Index;
      Optional<Index> index = hasIndex ? Optional.of((Index) terms.get(i + 1)) : Optional.empty();
      sums.add(sum(terms.get(i), index));
      i += hasIndex ? 1 : 0;
    }
    return sums;
  }

  private Sum sum(Term term, Optional<Index> index) throws VnnlibException {
    if (term instanceof Atom atom) {
      return NUMBER.matcher(atom.text()).matches() && index.isEmpty()
          ? Sum.of(number(atom))
          : Sum.of(declared.variable(atom, index));
    }
    if (!(term instanceof Group group) || index.isPresent()) {
      throw new VnnlibException(term, quote(term + "") + " is no number, variable or sum");
    }
    List<Sum> parts = sums(group.rest());
    if (parts.isEmpty() || !List.of("+", "-", "*").contains(group.head())) {
      throw new VnnlibException(
          group, "a sum begins with +, - or *, and has parts; it is not " + quote(group + ""));
    }
    Sum result = parts.get(0);
    if (group.head().equals("-") && parts.size() == 1) {
      return result.times(Rational.of(-1));
    }
    for (Sum part : parts.subList(1, parts.size())) {
      result =
          switch (group.head()) {
            case "+" -> result.plus(part);
            case "-" -> result.plus(part.times(Rational.of(-1)));
            default -> product(group, result, part);
          };
    }
    return result;
  }

  private static Sum product(Group group, Sum a, Sum b) throws VnnlibException {
    if (!a.isConstant() && !b.isConstant()) {
      throw new VnnlibException(group, "a product of two variables is not linear");
    }
    return a.isConstant() ? b.times(a.constant()) : a.times(b.constant());
  }

  private static Rational number(Atom atom) throws VnnlibException {
    if (atom.text().length() > LONGEST_NUMBER) {
      throw new VnnlibException(
          atom, "a number of more than " + LONGEST_NUMBER + " characters; write a shorter one");
    }
    String text = atom.text().endsWith(".") ? atom.text() + "0" : atom.text();
    return Rational.parse(text.replace(".e", ".0e").replace(".E", ".0E"));
  }
}
