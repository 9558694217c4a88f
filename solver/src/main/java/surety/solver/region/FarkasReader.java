package surety.solver.region;

import com.microsoft.z3.Expr;
import com.microsoft.z3.FuncDecl;
import com.microsoft.z3.Z3Exception;
import com.microsoft.z3.enumerations.Z3_decl_kind;
import com.microsoft.z3.enumerations.Z3_parameter_kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.HalfSpace;

/**
 * Reads Farkas coefficients from a proof of Z3's.
 *
 * <p>Such a proof ends in a lemma of the arithmetic theory whose parameters are the coefficients,
 * one for each of its premises, or for each literal of its clause if the premises are resolved with
 * it. Z3 normalises what was asserted; the coefficients count for its form, and are brought back to
 * ours by the factor between the two. A proof of another shape gives none.
 */
final class FarkasReader {
  private final LinearTerms terms;

  /** By the number of the asserted formula the index of its half-space. */
  private final Map<Integer, Integer> asserted;

  private final List<HalfSpace> halfSpaces;

  FarkasReader(LinearTerms terms, Map<Integer, Integer> asserted, List<HalfSpace> halfSpaces) {
    this.terms = terms;
    this.asserted = asserted;
    this.halfSpaces = halfSpaces;
  }

  /** The multipliers by index of the half-space. */
  Optional<Map<Integer, Rational>> read(Expr<?> proof) {
    Map<Integer, Rational> multipliers = new TreeMap<>();
    Expr<?>[] parts = proof.getArgs();
    boolean understood;
    if (kind(proof) == Z3_decl_kind.Z3_OP_PR_TH_LEMMA) {
      understood = addPremises(parts, coefficients(proof), multipliers);
    } else if (kind(proof) == Z3_decl_kind.Z3_OP_PR_UNIT_RESOLUTION
        && kind(parts[0]) == Z3_decl_kind.Z3_OP_PR_TH_LEMMA
        && parts[0].getNumArgs() == 1) {
      understood = addResolved(parts, multipliers);
    } else {
      understood = false;
    }
    return understood ? Optional.of(multipliers) : Optional.empty();
  }

  /** All indices of half-spaces that a proof uses. */
  static void collect(Expr<?> proof, Map<Integer, Integer> asserted, Map<Integer, Rational> found) {
    if (kind(proof) == Z3_decl_kind.Z3_OP_PR_ASSERTED) {
      Integer index = asserted.get(proof.getArgs()[0].getId());
      if (index != null) {
        found.put(index, Rational.ONE);
      }
      return;
    }
    Expr<?>[] parts = proof.getArgs();
    for (int i = 0; i < parts.length - 1; i++) { // the last one is what is concluded
      collect(parts[i], asserted, found);
    }
  }

  private boolean addPremises(
      Expr<?>[] parts, List<Rational> coefficients, Map<Integer, Rational> multipliers) {
    if (coefficients.size() != parts.length - 1) {
      return false;
    }
    for (int i = 0; i < coefficients.size(); i++) {
      if (!add(parts[i], coefficients.get(i), multipliers)) {
        return false;
      }
    }
    return true;
  }

  /** Each premise negates one literal of the clause. */
  private boolean addResolved(Expr<?>[] parts, Map<Integer, Rational> multipliers) {
    Expr<?> clause = parts[0].getArgs()[0];
    List<Rational> coefficients = coefficients(parts[0]);
    Expr<?>[] literals = clause.getArgs();
    if (!clause.isOr()
        || coefficients.size() != literals.length
        || literals.length != parts.length - 2) {
      return false;
    }
    for (int i = 1; i < parts.length - 1; i++) {
      Expr<?> fact = conclusion(parts[i]);
      int match = -1;
      for (int k = 0; k < literals.length; k++) {
        if (atom(literals[k]).equals(atom(fact))) {
          match = k;
        }
      }
      if (match < 0 || !add(parts[i], coefficients.get(match), multipliers)) {
        return false;
      }
    }
    return true;
  }

  private boolean add(Expr<?> premise, Rational coefficient, Map<Integer, Rational> multipliers) {
    Expr<?> origin = premise;
    while (kind(origin) == Z3_decl_kind.Z3_OP_PR_MODUS_PONENS) {
      origin = origin.getArgs()[0];
    }
    if (kind(origin) != Z3_decl_kind.Z3_OP_PR_ASSERTED) {
      return false;
    }
    Integer index = asserted.get(origin.getArgs()[0].getId());
    if (index == null) {
      return false;
    }
    HalfSpace ours = halfSpaces.get(index);
    int q = 0;
    while (ours.normal().get(q).signum() == 0) {
      q++;
    }
    Rational theirs = terms.factor(conclusion(premise), q);
    Rational factor = theirs.dividedBy(Rational.of(ours.normal().get(q).abs(), BigInteger.ONE));
    multipliers.merge(index, coefficient.abs().times(factor), Rational::plus);
    return true;
  }

  private static Expr<?> conclusion(Expr<?> proof) {
    Expr<?>[] parts = proof.getArgs();
    return parts[parts.length - 1];
  }

  private static Expr<?> atom(Expr<?> literal) {
    return literal.isNot() ? literal.getArgs()[0] : literal;
  }

  private static Z3_decl_kind kind(Expr<?> term) {
    return term.isApp() ? term.getFuncDecl().getDeclKind() : Z3_decl_kind.Z3_OP_UNINTERPRETED;
  }

  private static List<Rational> coefficients(Expr<?> lemma) {
    List<Rational> coefficients = new ArrayList<>();
    try {
      for (FuncDecl.Parameter parameter : lemma.getFuncDecl().getParameters()) {
        if (parameter.getParameterKind() == Z3_parameter_kind.Z3_PARAMETER_RATIONAL) {
          coefficients.add(Rational.parse(parameter.getRational()));
        }
      }
    } catch (Z3Exception e) { // a parameter of a kind that the binding does not know
      return List.of();
    }
    return coefficients;
  }
}
