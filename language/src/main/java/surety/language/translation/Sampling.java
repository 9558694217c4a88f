package surety.language.translation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.DistributionTerm;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;

/**
 * What the readers of one distribution share: its networks, what is wrong in it, and which inputs
 * are without a value because something is wrong with theirs. A part that is read once for each
 * world has its problems told once.
 */
final class Sampling {
  private final List<NetworkDeclaration> networks;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Integer> broken = new LinkedHashSet<>();

  Sampling(List<NetworkDeclaration> networks) {
    this.networks = List.copyOf(networks);
  }

  List<NetworkDeclaration> networks() {
    return networks;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  /** That something is wrong with the values of these inputs. */
  void markBroken(List<Integer> inputs) {
    broken.addAll(inputs);
  }

  boolean isBroken(int input) {
    return broken.contains(input);
  }

  void report(String code, String message, EObject object, EStructuralFeature feature) {
    problems.add(new Problem(code, message, object, feature));
  }

  /** Something that is wrong with a term as a whole. */
  void report(String code, String message, DistributionTerm term) {
    report(code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__FAMILY);
  }

  /** Something that is wrong with one of a term's arguments. */
  void report(String code, String message, DistributionTerm term, int argument) {
    problems.add(
        new Problem(
            code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__ARGUMENTS, argument));
  }

  /** What cannot be expressed. */
  void reportUnsupported(String message, DistributionTerm term) {
    report(IssueCodes.UNSUPPORTED, message, term);
  }
}
