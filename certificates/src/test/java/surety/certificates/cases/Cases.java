package surety.certificates.cases;

import java.util.List;
import java.util.stream.Stream;

/** All language-neutral cases. */
final class Cases {
  private Cases() {}

  static List<Case> all() {
    return Stream.of(
            ValidCases.all(),
            ValidClaims.all(),
            LinearisedCases.valid(),
            SupportCases.valid(),
            InvalidFiles.all(),
            InvalidClaims.all(),
            InvalidRegions.all(),
            LinearisedCases.invalid(),
            SupportCases.invalid(),
            RobustCases.all())
        .flatMap(List::stream)
        .toList();
  }
}
