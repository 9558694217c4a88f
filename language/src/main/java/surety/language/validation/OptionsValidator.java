package surety.language.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import surety.certificates.arithmetic.Rational;
import surety.language.problems.IssueCodes;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Gap;
import surety.language.sure.Option;
import surety.language.sure.Query;
import surety.language.sure.SettingsDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.sure.Threads;
import surety.language.sure.Timeout;
import surety.language.translation.Durations;
import surety.language.translation.Numbers;
import surety.language.translation.Quantities;
import surety.language.translation.ThreadCounts;

/** Wanted gaps and time limits are positive, sensible, and given once. */
public class OptionsValidator extends ConcernValidator {
  /** A gap of 1 is between any two probabilities; means and the like may be further apart. */
  @Check
  public void isGap(Gap gap) {
    Optional<Rational> value = Numbers.parse(gap.getValue());
    if (value.isEmpty()) {
      return;
    }
    boolean isBelowOne = value.get().compareTo(Rational.ONE) < 0;
    if (value.get().signum() <= 0 || (!isBelowOne && isOfProbability(gap.eContainer()))) {
      error(
          "the wanted gap "
              + gap.getValue()
              + " must be more than 0"
              + (isBelowOne ? "" : " and less than 1")
              + ", such as 1e-6",
          gap,
          SurePackage.Literals.OPTION__VALUE,
          IssueCodes.GAP_RANGE);
    }
  }

  /** In the settings, whether it holds for any. */
  private static boolean isOfProbability(EObject owner) {
    if (owner instanceof SettingsDeclaration) {
      return EcoreUtil2.getAllContentsOfType(owner.eContainer(), ClaimDeclaration.class).stream()
          .filter(claim -> claim.getOptions().stream().noneMatch(Gap.class::isInstance))
          .anyMatch(OptionsValidator::isOfProbability);
    }
    return (owner instanceof Query query && query.getCdf() != null)
        || (owner instanceof ClaimDeclaration claim
            && Quantities.isProbability(claim.getQuantity()));
  }

  /** A number of threads is one. */
  @Check
  public void isCount(Threads threads) {
    if (Numbers.parse(threads.getValue()).isPresent() && ThreadCounts.of(threads).isEmpty()) {
      error(
          "the number of threads "
              + threads.getValue()
              + " must be a whole number from 1 to "
              + ThreadCounts.MOST
              + "; leave it out for one for each core",
          threads,
          SurePackage.Literals.OPTION__VALUE,
          IssueCodes.THREADS_RANGE);
    }
  }

  /** Unit and length of a time limit. */
  @Check
  public void isTime(Timeout timeout) {
    Optional<Rational> value = Numbers.parse(timeout.getValue());
    if (timeout.getUnit() != null && !Durations.UNITS.contains(timeout.getUnit())) {
      error(
          "'" + timeout.getUnit() + "' is not a unit of time; use ms, s, min or h",
          timeout,
          SurePackage.Literals.TIMEOUT__UNIT,
          IssueCodes.TIMEOUT_UNIT);
    } else if (value.isPresent() && timeout.getUnit() != null && Durations.of(timeout).isEmpty()) {
      error(
          "the timeout "
              + timeout.getValue()
              + " "
              + timeout.getUnit()
              + " must be more than 0 and at most "
              + Durations.LONGEST.toHours()
              + " h, such as 60 s",
          timeout,
          SurePackage.Literals.OPTION__VALUE,
          IssueCodes.TIMEOUT_RANGE);
    }
  }

  /** Each option stands only once behind a property or query. */
  @Check
  public void areDistinct(ClaimDeclaration claim) {
    areDistinct(claim.getOptions());
  }

  /** Each option stands only once in the settings. */
  @Check
  public void areDistinct(SettingsDeclaration settings) {
    areDistinct(settings.getOptions());
  }

  /** Defaults stand in one place. */
  @Check
  public void areDeclaredOnce(SureFile file) {
    List<SettingsDeclaration> all =
        EcoreUtil2.typeSelect(file.getElements(), SettingsDeclaration.class);
    for (SettingsDeclaration repeated : all.subList(Math.min(1, all.size()), all.size())) {
      ICompositeNode node = NodeModelUtils.getNode(repeated);
      getMessageAcceptor()
          .acceptError(
              "there is more than one 'settings'; write all of them into the first",
              repeated,
              node.getOffset(),
              "settings".length(),
              IssueCodes.SETTINGS_REPEATED);
    }
  }

  private void areDistinct(List<Option> options) {
    Set<EClass> kinds = new HashSet<>();
    for (Option option : options) {
      if (!kinds.add(option.eClass())) {
        error(
            "'" + word(option) + "' is given twice; keep one of them",
            option,
            SurePackage.Literals.OPTION__VALUE,
            IssueCodes.OPTION_REPEATED);
      }
    }
  }

  private static String word(Option option) {
    return option instanceof Gap ? "within" : option instanceof Timeout ? "timeout" : "threads";
  }
}
