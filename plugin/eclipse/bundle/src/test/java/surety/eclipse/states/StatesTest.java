package surety.eclipse.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

class StatesTest {
  private static final String URI = "file:///w/a.sure";

  private final List<String> told = new ArrayList<>();
  private final StatesListener listener = told::add;
  private final States states = States.get();

  private static SpecificationStatus status(long version, String summary) {
    return new SpecificationStatus("file:/w/a.sure", version, true, null, summary, List.of());
  }

  @BeforeEach
  void listen() {
    states.addListener(listener);
  }

  @AfterEach
  void forget() {
    states.removeListener(listener);
    states.ended();
  }

  @Test
  void theNewestCounts() {
    states.verification(status(2, "1 proved"));
    states.verification(status(1, "1 stale"));
    assertEquals("1 proved", states.of(URI).orElseThrow().summary());
    assertEquals(List.of(URI), told);
  }

  @Test
  void whatIsGoneIsGone() {
    states.verification(status(1, "1 proved"));
    states.verification(status(2, ""));
    assertTrue(states.all().isEmpty());
    assertEquals(List.of(URI, URI), told);
  }

  @Test
  void withoutAServerNothingIsKnown() {
    states.verification(status(7, "1 proved"));
    states.ended();
    assertTrue(states.of(URI).isEmpty());
    assertEquals(List.of(URI, URI), told);
  }

  @Test
  void anotherServerCountsAnew() {
    states.verification(status(7, "1 proved"));
    states.ended();
    states.verification(status(1, "1 stale"));
    assertEquals("1 stale", states.of(URI).orElseThrow().summary());
  }

  private static PropertyStatus property(String name, String state) {
    return new Received(name)
        .with("state", state)
        .with("label", state)
        .with("bounds", state.equals("proved") ? "[0, 1]" : null)
        .with("title", "R1: " + name)
        .status();
  }

  private static SpecificationStatus part(
      long version, boolean complete, PropertyStatus... properties) {
    return new SpecificationStatus(
        "file:/w/a.sure", version, complete, null, "version " + version, List.of(properties));
  }

  private List<String> shown() {
    return states.of(URI).orElseThrow().properties().stream()
        .map(each -> each.name() + " " + each.state())
        .toList();
  }

  @Test
  void whatChangedTakesThePlaceOfWhatIsOfTheSameName() {
    states.verification(
        part(
            1, true, property("z", "unverified"), property("a", "proved"), property("m", "stale")));
    states.verification(part(2, false, property("m", "running"), property("z", "queued")));
    assertEquals(List.of("z queued", "a proved", "m running"), shown());
    assertEquals("version 2", states.of(URI).orElseThrow().summary());
    states.verification(part(3, false));
    assertEquals(List.of("z queued", "a proved", "m running"), shown());
    states.verification(part(4, true, property("a", "proved")));
    assertEquals(List.of("a proved"), shown());
  }

  @Test
  void anOldPartChangesNothing() {
    states.verification(part(5, true, property("a", "stale")));
    states.verification(part(4, false, property("a", "proved")));
    assertEquals(List.of("a stale"), shown());
  }

  @Test
  void aPartWithoutChangesDoesNotMeanThatAllIsGone() {
    states.verification(part(1, true, property("a", "proved")));
    states.verification(new SpecificationStatus("file:/w/a.sure", 2, false, null, "", List.of()));
    assertEquals(List.of("a proved"), shown());
  }

  @Test
  void whatAnEditPutsInDoubtShowsNoVerdict() {
    states.verification(part(1, true, property("a", "proved"), property("b", "proved")));
    states.doubt(URI, Set.of("a"));
    PropertyStatus doubted = states.of(URI, "a").orElseThrow();
    assertEquals("stale", doubted.state());
    assertEquals("changed", doubted.label());
    assertNull(doubted.bounds());
    assertEquals("R1: a", doubted.title());
    assertEquals("proved", states.of(URI, "b").orElseThrow().state());
    assertEquals("changed", states.of(URI).orElseThrow().summary());
    assertTrue(states.isDoubted(URI, "a"));
    assertFalse(states.isDoubted(URI, "b"));
    assertTrue(states.isDoubted(URI, ""));
  }

  /** It may have been on its way before the edit: only the server's answer to it counts. */
  @Test
  void newsDoNotEndADoubt() {
    states.verification(part(1, true, property("a", "proved")));
    states.doubt(URI, Set.of("a"));
    states.verification(part(2, false, property("a", "proved")));
    states.verification(part(3, true, property("a", "proved")));
    assertEquals(List.of("a stale"), shown());
    states.settle(URI);
    assertEquals(List.of("a proved"), shown());
    assertFalse(states.isDoubted(URI, ""));
  }

  /** The answer to an edit names the version of the word that counts. */
  @Test
  void theWordThatTakesInTheEditEndsADoubt() {
    states.verification(part(1, true, property("a", "proved")));
    states.doubt(URI, Set.of("a"));
    states.settleWith(URI, 5);
    states.verification(part(4, false, property("a", "proved")));
    assertEquals("changed", states.of(URI, "a").orElseThrow().label());
    states.verification(part(5, false, property("a", "violated")));
    assertEquals(List.of("a violated"), shown());
  }

  @Test
  void theWordMayComeBeforeTheAnswer() {
    states.verification(part(1, true, property("a", "proved")));
    states.doubt(URI, Set.of("a"));
    states.verification(part(5, false, property("a", "violated")));
    assertEquals(List.of("a stale"), shown());
    states.settleWith(URI, 5);
    assertEquals(List.of("a violated"), shown());
  }

  /** An answer to an edit says nothing of the next one. */
  @Test
  void anotherEditWaitsForItsOwnAnswer() {
    states.verification(part(1, true, property("a", "proved")));
    states.doubt(URI, Set.of("a"));
    states.settleWith(URI, 5);
    states.doubt(URI, Set.of("a"));
    states.verification(part(6, false, property("a", "proved")));
    assertEquals(List.of("a stale"), shown());
  }

  @Test
  void doubtsAddUp() {
    states.verification(part(1, true, property("a", "proved"), property("b", "violated")));
    states.doubt(URI, Set.of("a"));
    states.doubt(URI, Set.of("b"));
    assertEquals(List.of("a stale", "b stale"), shown());
    states.doubt(URI, Set.of());
    assertEquals(3, told.size());
  }

  /** What shows no verdict stays as it is. */
  @Test
  void thereIsNoDoubtInWhatIsNotKnown() {
    states.verification(part(1, true, property("a", "unverified"), property("b", "stale")));
    states.doubt(URI, Set.of("a", "b"));
    assertEquals(List.of("a unverified", "b stale"), shown());
    assertEquals("version 1", states.of(URI).orElseThrow().summary());
  }

  @Test
  void whatIsGoneIsInNoDoubt() {
    states.verification(part(1, true, property("a", "proved")));
    states.doubt(URI, Set.of("a"));
    states.verification(new SpecificationStatus("file:/w/a.sure", 2, true, null, "", List.of()));
    states.verification(part(3, true, property("a", "proved")));
    assertEquals(List.of("a proved"), shown());
    states.settle("file:///w/other.sure");
    assertEquals(4, told.size());
  }
}
