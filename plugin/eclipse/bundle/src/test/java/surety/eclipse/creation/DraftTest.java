package surety.eclipse.creation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import surety.language.ide.protocol.InputChoice;
import surety.language.ide.protocol.NetworkSummary;

class DraftTest {
  private static final String URI = "file:///w/net.onnx";
  private static final NetworkSummary NETWORK =
      new NetworkSummary("Net", List.of("a", "b"), List.of("y"), "a network");

  @AfterEach
  void forget() {
    Draft.forget(URI);
  }

  private static Draft written() {
    return new Draft(
        NETWORK,
        List.of(new InputChoice("a", "Gamma(2, 3)"), new InputChoice("b", "= 1.5")),
        List.of("score"),
        "rare",
        "R1: rare",
        "P(score > 2) < 1e-3");
  }

  @Test
  void aNewOneHasSomethingForEachField() {
    Draft draft = Draft.of(URI, NETWORK);
    assertEquals(
        List.of(new InputChoice("a", "Uniform(0, 1)"), new InputChoice("b", "Uniform(0, 1)")),
        draft.inputs());
    assertEquals(List.of("y"), draft.outputs());
    assertEquals("P(y > 0.5) < 1e-2", draft.claim());
    NetworkSummary many = new NetworkSummary("Net", List.of(), List.of(), "");
    assertEquals("", Draft.of(URI, many).claim());
  }

  /** Also when they are wrong still: then there is most to lose. */
  @Test
  void whatWasWrittenIsThereAgain() {
    Draft.keep(URI, written());
    assertEquals(written(), Draft.of(URI, NETWORK));
    assertEquals("first", Draft.of("file:///w/other.onnx", NETWORK).propertyName());
  }

  @Test
  void anotherNetworkInTheFileBeginsAnew() {
    Draft.keep(URI, written());
    NetworkSummary other = new NetworkSummary("Net", List.of("a"), List.of("y"), "another");
    assertEquals(1, Draft.of(URI, other).inputs().size());
  }

  @Test
  void whatWasUsedIsNotOfferedAgain() {
    Draft.keep(URI, written());
    Draft.forget(URI);
    assertEquals("first", Draft.of(URI, NETWORK).propertyName());
  }
}
