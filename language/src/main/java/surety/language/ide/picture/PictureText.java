package surety.language.ide.picture;

import java.util.Locale;
import surety.language.display.BoundsText;
import surety.language.origin.Origin;
import surety.language.origin.OriginText;
import surety.language.verification.Evidence;
import surety.language.verification.Verification;

/** What the picture of a property or query shows, in words. */
public final class PictureText {
  private PictureText() {}

  /** In a few sentences. */
  public static String of(Verification verification) {
    StringBuilder text = new StringBuilder();
    text.append(verification.name()).append(": ").append(verification.obligation().text());
    text.append(". ").append(capitalised(verification.state().name())).append('.');
    verification.established().ifPresent(evidence -> append(text, verification, evidence));
    return text.toString();
  }

  private static void append(StringBuilder text, Verification verification, Evidence evidence) {
    String bounds =
        evidence.isSingle()
            ? BoundsText.of(evidence.lower(), evidence.upper(), evidence.limits())
            : BoundsText.ofSeveral(evidence.statement().claim(), evidence.gap());
    text.append(" Bounds: ").append(bounds).append('.');
    Origin.of(evidence, verification.obligation().inputs())
        .ifPresent(origin -> text.append(' ').append(OriginText.of(origin)));
  }

  private static String capitalised(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
