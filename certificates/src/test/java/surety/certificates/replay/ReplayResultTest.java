package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.statement.Verdict;

class ReplayResultTest {
  /** Whatever is not valid says nothing about the property, even if it came with a verdict. */
  @ParameterizedTest
  @CsvSource({
    "VALID, PROVED, 0",
    "VALID, UNDECIDED, 30",
    "VALID, VIOLATED, 40",
    "VALID, , 0",
    "INVALID, , 4",
    "INCOMPLETE, , 5",
    "INVALID, PROVED, 4",
    "INCOMPLETE, PROVED, 5"
  })
  void onlyWhatIsValidAndProvedIsZero(ReplayVerdict replay, Verdict verdict, int status) {
    ReplayResult result =
        new ReplayResult(
            replay, Optional.empty(), List.of(), List.of(), Optional.ofNullable(verdict), 1);
    assertEquals(status, result.exitStatus());
  }

  @ParameterizedTest
  @CsvSource({"VALID, PROVED, 'VALID, PROVED'", "VALID, , VALID", "INVALID, , INVALID"})
  void theSummarySaysBoth(ReplayVerdict replay, Verdict verdict, String summary) {
    ReplayResult result =
        new ReplayResult(
            replay, Optional.empty(), List.of(), List.of(), Optional.ofNullable(verdict), 1);
    assertEquals(summary, result.summary());
  }
}
