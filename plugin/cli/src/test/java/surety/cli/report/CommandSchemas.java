package surety.cli.report;

import surety.report.SchemaFile;

/** The published schemas of what other commands than {@code check} print. */
public final class CommandSchemas {
  /** Of {@code regions}. */
  public static final SchemaFile REGIONS = new SchemaFile("/surety/cli/surety-regions.schema.json");

  /** Of {@code regions --missing}. */
  public static final SchemaFile SUPPORT = new SchemaFile("/surety/cli/surety-support.schema.json");

  /** Of {@code run}. */
  public static final SchemaFile RUN = new SchemaFile("/surety/cli/surety-run.schema.json");

  /** Of {@code explain}. */
  public static final SchemaFile EXPLANATION =
      new SchemaFile("/surety/cli/surety-explanation.schema.json");

  /** Of {@code estimate}. */
  public static final SchemaFile ESTIMATE =
      new SchemaFile("/surety/cli/surety-estimate.schema.json");

  /** Of {@code bound-network}. */
  public static final SchemaFile BOUNDING =
      new SchemaFile("/surety/cli/surety-bounding.schema.json");

  /** Of {@code verify-attestation}. */
  public static final SchemaFile VERIFICATION =
      new SchemaFile("/surety/cli/surety-verification.schema.json");

  private CommandSchemas() {}
}
