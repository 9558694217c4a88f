package surety.language.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.InputGroup;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.OutputGroup;
import surety.language.sure.Referable;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.sure.Variable;
import surety.language.sure.VariableGroup;

/** No two things of a kind have the same name. */
public class NamesValidator extends ConcernValidator {
  /** What may be the name of a constant, and where it means something else. */
  private static final Map<String, String> MEANINGS =
      Map.of(
          "scott", "'bandwidth = scott', which is the rule",
          "silverman", "'bandwidth = silverman', which is the rule",
          "inf", "'on [0, inf]', which has no end");

  /**
   * Networks; distributions; events; properties and queries together, for certificates bear their
   * names.
   */
  @Check
  public void areDistinct(SureFile file) {
    areDistinct(
        EcoreUtil2.typeSelect(file.getElements(), NetworkDeclaration.class),
        SurePackage.Literals.REFERABLE__NAME,
        "a network",
        "rename one of them");
    areDistinct(
        EcoreUtil2.typeSelect(file.getElements(), DistributionDeclaration.class),
        SurePackage.Literals.DISTRIBUTION_DECLARATION__NAME,
        "a distribution",
        "rename one of them");
    areDistinct(
        EcoreUtil2.typeSelect(file.getElements(), EventDeclaration.class),
        SurePackage.Literals.REFERABLE__NAME,
        "an event",
        "rename one of them");
    areDistinct(
        EcoreUtil2.typeSelect(file.getElements(), ConstantDeclaration.class),
        SurePackage.Literals.REFERABLE__NAME,
        "a constant",
        "rename one of them");
    areDistinct(
        EcoreUtil2.typeSelect(file.getElements(), ClaimDeclaration.class),
        SurePackage.Literals.CLAIM_DECLARATION__NAME,
        "a property or query",
        "rename one of them, for their certificates are named after them");
  }

  /** An input or output that is called like an event or a constant hides it. */
  @Check
  public void areNotHidden(SureFile file) {
    Map<String, NetworkDeclaration> networks = new HashMap<>();
    for (NetworkDeclaration network :
        EcoreUtil2.typeSelect(file.getElements(), NetworkDeclaration.class)) {
      EcoreUtil2.getAllContentsOfType(network, Variable.class)
          .forEach(variable -> networks.putIfAbsent(String.valueOf(variable.getName()), network));
    }
    Set<String> events = new HashSet<>();
    for (EventDeclaration event :
        EcoreUtil2.typeSelect(file.getElements(), EventDeclaration.class)) {
      events.add(String.valueOf(event.getName()));
      if (networks.containsKey(event.getName())) {
        reportHidden(event, ofVariable(networks.get(event.getName())));
      }
    }
    for (ConstantDeclaration constant :
        EcoreUtil2.typeSelect(file.getElements(), ConstantDeclaration.class)) {
      if (networks.containsKey(constant.getName())) {
        reportHidden(constant, ofVariable(networks.get(constant.getName())));
      } else if (events.contains(constant.getName())) {
        reportHidden(constant, "an event");
      }
    }
  }

  private static String ofVariable(NetworkDeclaration network) {
    return "an input or output of network " + network.getName();
  }

  private void reportHidden(Referable hidden, String by) {
    error(
        "'" + hidden.getName() + "' is already the name of " + by + "; rename one of them",
        hidden,
        SurePackage.Literals.REFERABLE__NAME,
        IssueCodes.NAME_REPEATED);
  }

  /** Where such a word stands for something else it never means the constant. */
  @Check
  public void isNoWord(ConstantDeclaration constant) {
    String meaning = MEANINGS.get(String.valueOf(constant.getName()));
    if (meaning != null) {
      warning(
          "'"
              + constant.getName()
              + "' never means this constant in "
              + meaning
              + "; rename it if it is to stand there",
          constant,
          SurePackage.Literals.REFERABLE__NAME,
          IssueCodes.NAME_WORD);
    }
  }

  /** Where file names ignore case, two certificates would be one file. */
  @Check
  public void differInMoreThanCase(SureFile file) {
    Map<String, String> names = new HashMap<>();
    for (ClaimDeclaration claim :
        EcoreUtil2.typeSelect(file.getElements(), ClaimDeclaration.class)) {
      String name = claim.getName();
      if (name == null) {
        continue;
      }
      String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (other != null && !other.equals(name)) {
        error(
            "'"
                + name
                + "' differs from '"
                + other
                + "' in its case only; rename one of them, for on Windows and macOS their"
                + " certificates would be one file",
            claim,
            SurePackage.Literals.CLAIM_DECLARATION__NAME,
            IssueCodes.NAME_CASE);
      }
    }
  }

  /** Inputs and outputs of a network, together. */
  @Check
  public void areDistinct(NetworkDeclaration network) {
    areDistinct(
        EcoreUtil2.getAllContentsOfType(network, Variable.class),
        SurePackage.Literals.REFERABLE__NAME,
        "an input or output of network " + network.getName(),
        "rename one of them");
  }

  /** The inputs are named in one place, and the outputs too, so that their order is plain. */
  @Check
  public void areGroupedOnce(NetworkDeclaration network) {
    areGroupedOnce(EcoreUtil2.typeSelect(network.getGroups(), InputGroup.class), "input");
    areGroupedOnce(EcoreUtil2.typeSelect(network.getGroups(), OutputGroup.class), "output");
  }

  private void areGroupedOnce(List<? extends VariableGroup> groups, String word) {
    for (VariableGroup group : groups.subList(Math.min(1, groups.size()), groups.size())) {
      error(
          "there is more than one '"
              + word
              + "' line; name all "
              + word
              + "s in one line, in the order of the network",
          group,
          SurePackage.Literals.VARIABLE_GROUP__VARIABLES,
          0,
          IssueCodes.NAME_GROUP_REPEATED);
    }
  }

  private void areDistinct(
      List<? extends EObject> objects, EAttribute feature, String kind, String wayOut) {
    Set<Object> names = new HashSet<>();
    for (EObject object : objects) {
      Object name = object.eGet(feature);
      if (name != null && !names.add(name)) {
        error(
            "'" + name + "' is already the name of " + kind + "; " + wayOut,
            object,
            feature,
            IssueCodes.NAME_REPEATED);
      }
    }
  }
}
