package surety.eclipse.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a scenario finds and leaves its files. The one who starts the workbench says it by system
 * properties.
 *
 * @param examples the folder of examples of this project
 * @param report the file for the report
 * @param pictures the folder for pictures
 * @param again whether the workbench is started a second time, on the workspace of the first
 */
public record Places(Path examples, Path report, Path pictures, boolean again) {

  private static final String EXAMPLES = "surety.test.examples";
  private static final String REPORT = "surety.test.report";
  private static final String PICTURES = "surety.test.pictures";
  private static final String AGAIN = "surety.test.again";

  /** As they were handed over. */
  public static Places ofSystemProperties() {
    return new Places(place(EXAMPLES), place(REPORT), place(PICTURES), Boolean.getBoolean(AGAIN));
  }

  /** The options for the Java machine that hand them over. */
  public List<String> options() {
    return List.of(
        "-D" + EXAMPLES + "=" + examples,
        "-D" + REPORT + "=" + report,
        "-D" + PICTURES + "=" + pictures,
        "-D" + AGAIN + "=" + again);
  }

  private static Path place(String property) {
    return Path.of(System.getProperty(property));
  }
}
