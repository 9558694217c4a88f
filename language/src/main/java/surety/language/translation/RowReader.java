package surety.language.translation;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Assignment;
import surety.language.sure.SurePackage;

/** Fixed values of many inputs from the only row of a file. */
final class RowReader {
  private final Sampling sampling;
  private final Assignment assignment;
  private final int inputs;

  RowReader(Sampling sampling, Line line) {
    this.sampling = sampling;
    this.assignment = line.lines().get(0);
    this.inputs = line.targets().size();
  }

  Optional<List<Rational>> row() {
    String whole = assignment.getWhole();
    if (whole != null && !Coordinate.INPUTS.equals(whole)) {
      report(
          IssueCodes.INDEX_VECTOR,
          "a file gives the values of all inputs, or of a range of them; write x = \"FILE.csv\" or"
              + " x[0..9] = \"FILE.csv\", not '"
              + whole
              + "'");
      return Optional.empty();
    }
    if (assignment.getFile() == null || inputs == 0) {
      return Optional.empty();
    }
    String file = "sample file '" + assignment.getFile() + "' has ";
    try {
      SampleTable table = CsvFiles.around(assignment).samples(assignment, assignment.getFile());
      if (table.rows().size() == 1 && table.columns() == inputs) {
        return Optional.of(table.rows().get(0));
      }
      report(
          IssueCodes.SAMPLE_FILE,
          table.rows().size() == 1
              ? file
                  + Names.count(table.columns(), "column")
                  + " for "
                  + Names.count(inputs, "input")
                  + "; it must have one for each"
              : file
                  + Names.count(table.rows().size(), "row")
                  + "; fixed values are one row, and to choose among rows write Empirical");
    } catch (CsvException e) {
      report(IssueCodes.SAMPLE_FILE, e.getMessage());
    }
    return Optional.empty();
  }

  private void report(String code, String message) {
    sampling.report(code, message, assignment, SurePackage.Literals.ASSIGNMENT__FILE);
  }
}
