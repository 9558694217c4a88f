package surety.language.translation;

/** How moments may be asked for, and what that means: written once for completion and hovers. */
public final class MomentsForm {
  /** For instance. */
  public static final String USAGE = "moments(form1, form2)";

  /** With places to fill in, as the protocol writes them. */
  public static final String SNIPPET = "moments(${1:form1}, ${2:form2})";

  /** What it stands for, in sentences. */
  public static final String MEANING =
      "Bounds of all means, variances and covariances of these sums together, and so of their"
          + " standard deviations and correlations; moments() is about all outputs.";

  private MomentsForm() {}
}
