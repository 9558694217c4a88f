package surety.certificates.rejection;

/** Why a certificate does not prove its claim, or a claim cannot be proved by the kernel. */
public sealed interface Rejection
    permits TextRejection,
        ProblemRejection,
        ClaimRejection,
        TreeRejection,
        RegionRejection,
        SupportRejection,
        LoopRejection {
  /** What is wrong, and where, for the reader. */
  String message();

  /** Whether nothing is wrong but a part is missing. */
  default boolean isIncomplete() {
    return false;
  }

  /** As much of a text of unknown length as a message has room for. */
  static String brief(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "...";
  }

  /** The reason's name, for programs. */
  default String name() {
    return getClass().getSimpleName();
  }
}
