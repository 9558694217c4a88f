package surety.eclipse.text;

/** Knows how much room written text takes, in pixels. */
public interface Ruler {
  /** How wide words are on one line. */
  int width(String words);

  /** How wide each letter of program text is. */
  int widthOfCode();

  /** From one line to the next. */
  int lineHeight();
}
