package surety.language.ide.protocol;

import java.util.List;
import org.eclipse.lsp4j.Range;

/**
 * Where the verification of one property or query stands.
 *
 * @param title what the specification calls it for people, or null
 * @param kind {@code property} or {@code query}
 * @param text what is claimed or asked, as it was written
 * @param state one of the words unverified, stale, queued, running, proved, violated, undecided,
 *     answered and failed
 * @param label the state for people, in a word or three
 * @param bounds of the probability, or of the cdf's largest gap, in words; null if none hold
 * @param gap between the bounds, rounded up; null if none hold
 * @param margin between the bounds and the limit; null if none hold, or nothing is required
 * @param seconds that the search or replay took; null if there was none
 * @param established when, as an ISO instant, or null
 * @param found the same as local time in words that never age, such as {@code 2026-11-28 15:42}
 * @param certificate the address of its file, or null
 * @param message why it is stale or failed, how far it has come, or what else there is to say;
 *     never null of what failed
 * @param percent of its time limit while it runs, of its certificate while that is replayed, or
 *     null
 * @param range of its name in the text
 * @param actions what can be done now: of {@code verify}, {@code replay}, {@code cancel} and {@code
 *     showBand}
 * @param details all of it as Markdown, as a hover shows it
 */
public record PropertyStatus(
    String name,
    String title,
    String kind,
    String text,
    String state,
    String label,
    String bounds,
    String gap,
    String margin,
    Double seconds,
    String established,
    String found,
    String certificate,
    String message,
    Integer percent,
    Range range,
    List<String> actions,
    String details) {}
