package surety.language.validation;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.sure.JointMoments;
import surety.language.sure.SurePackage;
import surety.language.translation.Text;

/** Moments are those of different forms. */
public class MomentsValidator extends ConcernValidator {
  /** A form that comes again says nothing new. */
  @Check
  public void areDifferent(JointMoments moments) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < moments.getForms().size(); i++) {
      if (!known.add(Text.of(moments.getForms().get(i)))) {
        warning(
            "%s stands twice in these moments; check the names"
                .formatted(Text.quoted(moments.getForms().get(i))),
            moments,
            SurePackage.Literals.JOINT_MOMENTS__FORMS,
            i,
            IssueCodes.MOMENTS_REPEATED);
      }
    }
  }
}
