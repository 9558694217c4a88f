package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.statement.MomentsClaim;
import surety.language.evaluation.MomentNames;

class MomentsQuestionTest {
  private static final Path FILE = Path.of("../examples/versions/versions.sure");

  private static Specification specification(String more) throws IOException {
    Specification read = new SpecificationReader().read(FILE, Files.readString(FILE) + more);
    assertEquals(List.of(), read.diagnostics());
    return read;
  }

  @Test
  void allOutputsAreMeantAndHaveTheirNames() throws IOException {
    Obligation asked = MomentsQuestion.about(specification(""), "Pumps").orElseThrow();
    assertEquals("moments_of_Pumps", asked.name());
    assertEquals("moments() under Pumps", asked.text());
    MomentsClaim claim = (MomentsClaim) asked.statement().claim();
    assertEquals(asked.outputs().size(), claim.forms().size());
    List<String> names = MomentNames.of(asked);
    assertEquals(claim.count(), names.size());
    assertEquals("E(" + asked.outputs().get(0) + ")", names.get(0));
    assertTrue(
        names.contains("Cov(%s, %s)".formatted(asked.outputs().get(0), asked.outputs().get(1))),
        names::toString);
  }

  @Test
  void aNameIsTakenThatNothingHas() throws IOException {
    Specification taken = specification("query moments_of_Pumps: moments() under Pumps;\n");
    Obligation asked = MomentsQuestion.about(taken, "Pumps").orElseThrow();
    assertEquals("moments_of_Pumps_", asked.name());
  }

  @Test
  void underNoDistributionThereAreNone() throws IOException {
    assertEquals(Optional.empty(), MomentsQuestion.about(specification(""), "Nowhere"));
  }
}
