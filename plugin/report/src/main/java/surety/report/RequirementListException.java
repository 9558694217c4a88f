package surety.report;

/** A list of requirements that cannot be understood, with the reason in a line. */
public final class RequirementListException extends Exception {
  private static final long serialVersionUID = 1;

  RequirementListException(String message) {
    super(message);
  }
}
