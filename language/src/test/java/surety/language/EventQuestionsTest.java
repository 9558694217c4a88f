package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventQuestionsTest {
  private static final Path FILE = Path.of("../examples/versions/versions.sure");

  private static EventQuestions questions(String more) {
    String text;
    try {
      text = Files.readString(FILE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Specification specification = new SpecificationReader().read(FILE, text + more);
    assertEquals(List.of(), specification.diagnostics());
    return new EventQuestions(specification);
  }

  @Test
  void eventsAreFoundWithTheDistributionsThatFit() {
    EventQuestions questions =
        questions(
            """
            event hot = New.failing > 3;
            distribution Alone for New { vibration ~ Uniform(0, 1); temperature = 50; }
            """);
    assertEquals(
        List.of("differ", "old_alarm", "new_alarm", "stricter", "hot"), questions.events());
    assertEquals(List.of("Pumps"), questions.distributions("differ"));
    assertEquals(List.of("Pumps", "Alone"), questions.distributions("hot"));
    assertEquals(Optional.empty(), questions.query("differ", "Alone"));
    assertEquals(Optional.empty(), questions.query("differ", "Nowhere"));
  }

  @Test
  void allThatFitADistributionAreAskedForAtOnce() {
    EventQuestions questions =
        questions(
            """
            event hot = New.failing > 3;
            query asked0: P(hot) = ? under Alone;
            distribution Alone for New { vibration ~ Uniform(0, 1); temperature = 50; }
            """);
    List<Obligation> alone = questions.queries("Alone");
    assertTrue(alone.stream().anyMatch(o -> o.name().equals("hot")), alone::toString);
    assertTrue(alone.stream().noneMatch(o -> o.name().equals("differ")), alone::toString);
    for (Obligation one : alone) {
      assertEquals(Optional.of(one), questions.query(one.name(), "Alone").map(o -> same(o, one)));
    }
    assertEquals(
        questions.events(), questions.queries("Pumps").stream().map(Obligation::name).toList());
    assertEquals(List.of(), questions.queries("Nowhere"));
  }

  /** The same but for the place of the query and its words, if the statements are equal. */
  private static Obligation same(Obligation asked, Obligation other) {
    assertEquals(other.statement().canonical(), asked.statement().canonical());
    assertEquals(other.event(), asked.event());
    return other;
  }

  /** As the property that asks for the same. */
  @Test
  void theStatementIsThatOfAQuery() {
    EventQuestions questions = questions("query asked: P(differ) = ? under Pumps; // asked_");
    Obligation asked = questions.query("differ", "Pumps").orElseThrow();
    assertEquals("differ", asked.name());
    assertEquals(Kind.QUERY, asked.kind());
    assertEquals(Optional.of("argmax(Old) != argmax(New)"), asked.event());
    assertEquals("P(differ) = ? under Pumps", asked.text());
    assertTrue(asked.statement().canonical().endsWith("= ?\n"));
  }
}
