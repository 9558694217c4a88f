package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.Region;
import surety.language.Severity;
import surety.language.Specification;

class SpecificationStateTest {
  private static final Path FILE = Path.of("/s.sure");

  private final FileContents networks = new FileContents();
  private final SpecificationState state = new SpecificationState(FILE);

  private static Obligation obligation(String name) throws StatementException {
    return VerificationTest.obligation(name, "P(1*y[0] > 1) < 1/2");
  }

  private static Diagnostic diagnostic(Severity severity, int line) {
    return new Diagnostic(severity, "code", "it is wrong", FILE, line, 1, 0, 1);
  }

  private void read(List<Obligation> obligations, Diagnostic... diagnostics) {
    state.read(new Specification(FILE, "", obligations, List.of(), List.of(diagnostics)));
  }

  private List<String> names() {
    return state.obligations().stream().map(e -> e.obligation().name()).toList();
  }

  @Test
  void followsTheOrderOfTheText() throws StatementException {
    read(List.of(obligation("a"), obligation("b")));
    ObligationState a = state.find("a").orElseThrow();
    read(List.of(obligation("b"), obligation("c"), obligation("a")));
    assertEquals(List.of("b", "c", "a"), names());
    assertSame(a, state.find("a").orElseThrow());
  }

  @Test
  void keepsWhatErrorsHide() throws StatementException {
    read(List.of(obligation("a"), obligation("b")));
    read(
        List.of(obligation("b")),
        diagnostic(Severity.WARNING, 2),
        diagnostic(Severity.ERROR, 3),
        diagnostic(Severity.ERROR, 4));
    assertEquals(List.of("a", "b"), names());
    String errors = state.show(networks).errors().orElseThrow();
    assertTrue(errors.endsWith("in line 3: it is wrong"), errors);
    read(List.of(obligation("b")), diagnostic(Severity.WARNING, 2));
    assertEquals(List.of("b"), names());
    state.touch(2);
    assertEquals(Optional.empty(), state.show(networks).errors());
  }

  /** As tables show it: a line that is broken for a moment does not jump to the end. */
  @Test
  void whatCannotBeReadStaysWhereItWas() throws StatementException {
    read(List.of(obligation("a"), obligation("b"), obligation("c"), obligation("d")));
    Diagnostic error = diagnostic(Severity.ERROR, 3);
    read(List.of(obligation("b"), obligation("new"), obligation("d")), error);
    assertEquals(List.of("a", "b", "c", "new", "d"), names());
    read(List.of(), error);
    assertEquals(List.of("a", "b", "c", "new", "d"), names());
    assertTrue(state.isUnread("b"));
    read(List.of(obligation("c"), obligation("b")), error);
    assertEquals(List.of("a", "c", "new", "d", "b"), names());
    assertFalse(state.isUnread("b"));
  }

  @Test
  void whatStandsInABrokenTextIsShownWhereItStands() throws StatementException {
    read(List.of(obligation("a"), obligation("b")));
    state.read(
        new Specification(
            FILE,
            "\n /* property b */ query\n  a: P(",
            List.of(),
            List.of(),
            List.of(diagnostic(Severity.ERROR, 3))));
    state.touch(2);
    List<Verification> shown = state.show(networks).verifications();
    assertEquals(List.of("a"), shown.stream().map(Verification::name).toList());
    assertEquals(new Region(3, 3, 1), shown.get(0).obligation().region());
  }

  @Test
  void cancelsWhatIsGone() throws StatementException {
    read(List.of(obligation("a")));
    Job job = JobTest.search(FILE, "a");
    state.find("a").orElseThrow().expect(job);
    read(List.of());
    assertTrue(job.isCancelled());
  }

  @Test
  void showsTheSameUntilItIsTouched() throws StatementException {
    read(List.of(obligation("a")));
    state.touch(5);
    VerificationSnapshot shown = state.show(networks);
    assertEquals(5, shown.version());
    assertSame(shown, state.show(networks));
    state.touch(6);
    assertNotSame(shown, state.show(networks));
  }
}
