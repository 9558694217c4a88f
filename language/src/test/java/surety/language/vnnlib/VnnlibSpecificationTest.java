package surety.language.vnnlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.OnnxSample;
import surety.language.template.Draft;
import surety.language.template.NetworkProposal;

class VnnlibSpecificationTest {
  private static final String DECLARED =
      """
      (declare-const X_0 Real)
      (declare-const X_1 Real)
      (declare-const Y_0 Real)
      (declare-const Y_1 Real)
      (assert (and (>= X_0 -0.5) (<= X_0 1.25) (= X_1 3)))
      """;

  @TempDir private Path folder;
  private Path network;

  @BeforeEach
  void write() throws IOException {
    network = Files.write(folder.resolve("net.onnx"), OnnxSample.linear(2, 2));
  }

  private Draft draft(String text) throws VnnlibException, IOException {
    return VnnlibSpecification.of(
        VnnlibProperty.read(text),
        folder.resolve("p.sure"),
        network,
        NetworkProposal.read(network),
        "p.vnnlib");
  }

  private String event(String formula) throws VnnlibException, IOException {
    Draft draft = draft(DECLARED + "(assert " + formula + ")");
    assertEquals(List.of(), draft.problems());
    String begin = "event unsafe = ";
    String text = draft.text().replaceAll("\\s+", " ");
    int start = text.indexOf(begin) + begin.length();
    return text.substring(start, text.indexOf(';', start));
  }

  @Test
  void isAWholeSpecification() throws VnnlibException, IOException {
    Draft draft = draft(DECLARED + "(assert (>= Y_0 Y_1))");
    assertEquals(List.of(), draft.problems());
    assertEquals(
        """
        semantics real;

        // From p.vnnlib.
        network Net = "net.onnx" {
          input  X_0, X_1;
          output Y_0, Y_1;
        }

        // The file says in which box the inputs lie, not how they are distributed: here they are
        // uniform. Write what is known of them.
        distribution Box for Net {
          X_0 ~ Uniform(-0.5, 1.25);
          X_1 = 3;
        }

        // What must not happen; the file asks whether any input makes it happen.
        event unsafe = Y_1 <= Y_0;

        // The limit is a first guess: write the probability that is accepted. 0 claims
        // that the inputs for which it happens have no probability.
        property safe "p.vnnlib":
          P(unsafe) <= 0.01 under Box;
        """,
        draft.text());
  }

  @Test
  void eventsSayTheSame() throws VnnlibException, IOException {
    assertEquals("Y_0 <= 0.25", event("(<= Y_0 0.25)"));
    assertEquals("Y_0 >= 0.25", event("(>= Y_0 0.25)"));
    assertEquals("Y_0 > -2", event("(< -2 Y_0)"));
    assertEquals("Y_1 < Y_0 - 0.5", event("(< (+ Y_1 0.5) Y_0)"));
    assertEquals("2 * Y_0 <= 0.1 * Y_1 + 7", event("(<= (* 2 Y_0) (+ 7 (* 0.1 Y_1)))"));
    assertEquals("Y_0 <= X_0", event("(<= Y_0 X_0)"));
    assertEquals("Y_0 <= 0 or Y_1 <= 0", event("(or (<= Y_0 0) (<= Y_1 0))"));
    assertEquals("Y_0 > 0 and Y_1 > 0", event("(not (or (<= Y_0 0) (<= Y_1 0)))"));
    assertEquals(
        "(Y_0 <= 0 and Y_1 <= 0) or Y_0 >= 1",
        event("(or (and (<= Y_0 0) (<= Y_1 0)) (>= Y_0 1))"));
    assertEquals("Y_0 <= 0.000001", event("(<= Y_0 1e-6)"));
  }

  @Test
  void eachBoxHasADistributionAndAProperty() throws VnnlibException, IOException {
    Draft draft =
        draft(DECLARED + "(assert (or (and (<= X_0 0) (<= Y_0 0)) (and (>= X_0 0.5) (<= Y_1 0))))");
    assertEquals(List.of(), draft.problems());
    String text = draft.text();
    assertTrue(text.contains("in which 2 boxes the inputs lie"), text);
    assertTrue(text.contains("distribution Box1 for Net {\n  X_0 ~ Uniform(-0.5, 0);"), text);
    assertTrue(text.contains("distribution Box2 for Net {\n  X_0 ~ Uniform(0.5, 1.25);"), text);
    assertTrue(text.contains("event unsafe1 = Y_0 <= 0;"), text);
    assertTrue(text.contains("event unsafe2 = Y_1 <= 0;"), text);
    assertTrue(text.contains("P(unsafe2) <= 0.01 under Box2;"), text);
  }

  @Test
  void theSameEventInSeveralBoxesIsNamedOnce() throws VnnlibException, IOException {
    String text =
        draft(DECLARED + "(assert (or (<= X_0 0) (>= X_0 0.5)))(assert (<= Y_1 0))").text();
    assertTrue(text.contains("event unsafe = Y_1 <= 0;"), text);
    assertTrue(text.contains("P(unsafe) <= 0.01 under Box2;"), text);
  }

  @Test
  void anotherNetworkIsRefused() throws VnnlibException, IOException {
    network = Files.write(folder.resolve("net.onnx"), OnnxSample.linear(3, 1));
    assertEquals(
        List.of(
            "p.vnnlib declares 2 inputs, but the network has 3; it is a property of another network",
            "p.vnnlib declares 2 outputs, but the network has 1; it is a property of another"
                + " network"),
        draft(DECLARED + "(assert (>= Y_0 Y_1))").problems());
  }

  @Test
  void tensorsInAnotherOrderAreRefused() throws VnnlibException, IOException {
    network =
        Files.write(folder.resolve("net.onnx"), OnnxSample.crossed("image", 1, "speed", "same"));
    String text =
        """
        (vnnlib-version <2.0>)
        (declare-network f
          (declare-input A real [1] "image") (declare-input B real [] "speed")
          (declare-output Y real [1] "rectified") (declare-output Z real [1] "same"))
        (assert (and (== A[0] 0) (>= B 0) (<= B 1) (<= Y[0] Z[0])))
        """;
    assertEquals(List.of(), draft(text).problems());
    assertEquals(
        List.of(
            "p.vnnlib declares its inputs in another order than the network, or under other names;"
                + " the network has image, speed"),
        draft(text.replace("image", "?").replace("speed", "image").replace("?", "speed"))
            .problems());
    assertEquals(1, draft(text.replace("same", "other")).problems().size());
    assertEquals(List.of(), draft(text.replaceAll("\"[a-z]+\"", "")).problems());
  }

  /** A name that a specification cannot have gives way to numbers. */
  @Test
  void wordsOfTheLanguageAreNoNames() throws VnnlibException, IOException {
    String text =
        """
        (declare-network f (declare-input property real []) (declare-input B real [])
          (declare-output Y real [2]))
        (assert (and (>= property 0) (<= property 1) (== B 0) (<= Y[0] Y[1])))
        """;
    Draft draft = draft(text);
    assertEquals(List.of(), draft.problems());
    assertTrue(draft.text().contains("input  x0, x1;"), draft.text());
    assertTrue(draft.text().contains("event unsafe = y0 <= y1;"), draft.text());
  }
}
