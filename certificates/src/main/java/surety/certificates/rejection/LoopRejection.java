package surety.certificates.rejection;

/** What is wrong with how a certificate derives the numbers of a loop. */
public sealed interface LoopRejection extends Rejection {
  /** No way to derive them. */
  record NoProof(String text) implements LoopRejection {
    @Override
    public String message() {
      return "'%s' says not how to derive the numbers; 'closed 128' does, or 'walked 128'"
          .formatted(Rejection.brief(text));
    }
  }

  /** Truncations or numbers, which nothing needs. */
  record NotEmpty() implements LoopRejection {
    @Override
    public String message() {
      return "a certificate of a loop has no truncations and no numbers";
    }
  }
}
