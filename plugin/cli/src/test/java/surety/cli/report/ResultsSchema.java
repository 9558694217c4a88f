package surety.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The published schema, and whether a report keeps to it. */
public final class ResultsSchema {
  private static final String FILE = "/surety/cli/surety-results.schema.json";
  private static final String REGIONS = "/surety/cli/surety-regions.schema.json";
  private static final String RUN = "/surety/cli/surety-run.schema.json";
  private static final String EXPLANATION = "/surety/cli/surety-explanation.schema.json";

  private ResultsSchema() {}

  /** Fails the test unless the text is one JSON object that the schema describes. */
  public static void assertValid(String json) throws IOException {
    assertEquals(List.of(), violations(json), json);
  }

  /** Likewise for the schema of regions. */
  public static void assertRegionsValid(String json) throws IOException {
    assertEquals(List.of(), violations(REGIONS, json), json);
  }

  /** Likewise for the schema of one input. */
  public static void assertRunValid(String json) throws IOException {
    assertEquals(List.of(), violations(RUN, json), json);
  }

  /** Likewise for the schema of explanations. */
  public static void assertExplanationValid(String json) throws IOException {
    assertEquals(List.of(), violations(EXPLANATION, json), json);
  }

  static List<Error> violations(String json) throws IOException {
    return violations(FILE, json);
  }

  private static List<Error> violations(String schemaFile, String json) throws IOException {
    try (InputStream file = ResultsSchema.class.getResourceAsStream(schemaFile)) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(file);
      return schema.validate(json, InputFormat.JSON);
    }
  }
}
