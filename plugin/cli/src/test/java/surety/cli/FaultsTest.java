package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.language.verification.Ending;
import surety.report.Fault;

class FaultsTest {
  private static Fault fault(Ending ending) {
    return Faults.of(ending, false).orElseThrow();
  }

  @Test
  void whatIsOnlyStoppedIsNoFault() {
    assertEquals(Optional.empty(), Faults.of(new Ending.Stopped(), false));
    assertEquals(Optional.empty(), Faults.of(new Ending.TimeUp(), true));
    assertEquals(Optional.empty(), Faults.cause(new Ending.Stopped()));
  }

  @Test
  void whatTheUserCanMendIsNotOurs() {
    IOException cause = new IOException("gone");
    Ending.Failed failed = new Ending.Failed("no network", Optional.of(cause));
    assertEquals(new Fault(false, "no network"), fault(failed));
    assertEquals(Optional.of(cause), Faults.cause(failed));
    Fault other = fault(new Ending.OtherNetwork("net.onnx is not the one"));
    assertEquals(new Fault(false, "net.onnx is not the one; run the command again"), other);
    Fault unwritable = fault(new Ending.Unwritable("none can be written"));
    assertFalse(unwritable.isOurs());
    assertTrue(unwritable.message().contains("--no-certificates"), unwritable.message());
  }

  @Test
  void whatWasThrownIsOurs() {
    Ending.Fault thrown = new Ending.Fault(new IllegalStateException("broken"));
    assertTrue(fault(thrown).isOurs());
    assertTrue(fault(thrown).message().startsWith("internal error: "), fault(thrown).message());
    assertTrue(fault(thrown).message().contains("--debug"), fault(thrown).message());
    assertFalse(Faults.of(thrown, true).orElseThrow().message().contains("--debug"));
    Failure disagreement = new Failure(ExitStatus.INTERNAL_ERROR, "they disagree");
    assertEquals(new Fault(true, "they disagree"), fault(new Ending.Fault(disagreement)));
  }
}
