package surety.eclipse.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Workbench;

/** The steps in the Verification view with another specification, whose names are long. */
final class GroupSteps {

  private static final String FILE = "names.sure";
  private static final String LONG =
      "the_score_of_setosa_stays_below_twenty_for_each_flower_that_can_be_met_in_any_garden";
  private static final String TEXT =
      """
      semantics real;

      network Iris = "iris-relu.onnx" {
        input sepal_length, sepal_width;
        output setosa, versicolor, virginica;
      }

      distribution Flowers for Iris {
        sepal_length ~ Beta(2, 2);
        sepal_width ~ Beta(3, 2);
      }

      property %s "R1: a title that goes on and on, because it says what is required in a whole sentence":
        P(setosa > 20) <= 0 under Flowers;

      property short "R7: another one": P(versicolor > 20) <= 0 under Flowers;
      """
          .formatted(LONG);

  private final Pictures pictures;

  GroupSteps(Pictures pictures) {
    this.pictures = pictures;
  }

  /** However long names are, all columns are in sight, and their widths are those of before. */
  String longNames(IProject project) {
    List<String> before = Ui.get(VerificationTable::seen);
    Ui.run(() -> Workbench.file(project, FILE, TEXT.getBytes(StandardCharsets.UTF_8)));
    Ui.awaitTrue("the long name", () -> names().containsKey(LONG));
    pictures.take("long-names");
    List<String> seen = Ui.get(VerificationTable::seen);
    if (!seen.equals(before) || seen.size() < VerificationSteps.COLUMNS) {
      throw new StepFailure("Other columns are in sight: " + seen + ", before: " + before);
    }
    return seen.toString();
  }

  private static Map<String, String> names() {
    return VerificationTable.column(FILE, VerificationTable.STATE);
  }

  /** By file, by the prefix of titles, and not at all again. */
  String group(IFile file) {
    Ui.run(() -> VerificationTable.choose("Group by File"));
    Ui.awaitTrue(
        "two files",
        () -> VerificationTable.groups().keySet().equals(java.util.Set.of("iris.sure", FILE)));
    pictures.take("by-file");
    Ui.run(() -> VerificationTable.choose("Group by Prefix of Title"));
    Map<String, List<String>> wanted = new TreeMap<>();
    wanted.put("R1", List.of("rare", LONG));
    wanted.put("R2", List.of("low"));
    wanted.put("R3", List.of("bounded"));
    wanted.put("R4", List.of("common"));
    wanted.put("R5", List.of("frequent"));
    wanted.put("R6", List.of("coarse"));
    wanted.put("R7", List.of("short"));
    wanted.put("(no prefix)", List.of("not_setosa", "scores"));
    Ui.awaitTrue("a group for each requirement", () -> VerificationTable.groups().equals(wanted));
    pictures.take("by-prefix");
    Ui.run(() -> VerificationTable.choose("No Groups"));
    Ui.awaitTrue("no groups", () -> VerificationTable.groups().isEmpty());
    Ui.run(() -> file.getProject().getFile(FILE).delete(true, null));
    Ui.awaitTrue("the end of what is gone", () -> names().isEmpty());
    return wanted.keySet().toString();
  }
}
