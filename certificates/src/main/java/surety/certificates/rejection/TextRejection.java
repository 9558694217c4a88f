package surety.certificates.rejection;

import surety.certificates.arithmetic.Enclosure;

/** What is wrong with the text of a certificate around its tree. */
public sealed interface TextRejection extends Rejection {
  /** It ends before its end. */
  record CutOff() implements TextRejection {
    @Override
    public String message() {
      return "the certificate ends in the middle";
    }

    @Override
    public boolean isIncomplete() {
      return true;
    }
  }

  /** A byte that is no printable character. */
  record NotText(int value) implements TextRejection {
    @Override
    public String message() {
      return "the certificate has a byte that is no text (0x%02x)".formatted(value);
    }
  }

  /** More text than anybody needs. */
  record TooLong(int mostBytes) implements TextRejection {
    @Override
    public String message() {
      return "the certificate's text is longer than %d MiB".formatted(mostBytes >> 20);
    }
  }

  /** Another line, or another beginning of one. */
  record Unexpected(String expected, String found) implements TextRejection {
    @Override
    public String message() {
      return "expected '%s' in the certificate, found '%s'"
          .formatted(expected, Rejection.brief(found));
    }
  }

  /** A line that goes on. */
  record UnexpectedRest(String line) implements TextRejection {
    @Override
    public String message() {
      return "expected the line '%s' in the certificate".formatted(line);
    }
  }

  /** The first line of the statement that differs from the one asked. */
  record OtherStatement(String found, String asked) implements TextRejection {
    @Override
    public String message() {
      return "the certificate is about another statement: it says '%s' where '%s' is asked"
          .formatted(Rejection.brief(found), Rejection.brief(asked));
    }
  }

  /** No integer from 0 to {@code most}. */
  record NoCount(String text, int most) implements TextRejection {
    @Override
    public String message() {
      return "'%s' is not a count up to %d".formatted(Rejection.brief(text), most);
    }
  }

  /** A line with more or fewer numbers. */
  record NumbersOfLine(int expected, String line) implements TextRejection {
    @Override
    public String message() {
      return "expected %d numbers in the certificate's line '%s'"
          .formatted(expected, Rejection.brief(line));
    }
  }

  /** A number that cannot be read, and why. */
  record NoNumber(String problem) implements TextRejection {
    @Override
    public String message() {
      return "the certificate's number: " + problem;
    }
  }

  /** Bounds that cannot be read, and why. */
  record NoBounds(String problem) implements TextRejection {
    @Override
    public String message() {
      return "the certificate's bounds: " + problem;
    }
  }

  /** Their decimals would take longer than anybody waits. */
  record UnusualSize(Enclosure bounds) implements TextRejection {
    @Override
    public String message() {
      return "the certificate's bounds have exponents that nobody computes with";
    }
  }

  /** The digest in the last line is not that of all before it. */
  record OtherDigest(String computed) implements TextRejection {
    @Override
    public String message() {
      return "the certificate was changed after it was written (other digest)";
    }
  }

  /** Bytes behind the last line. */
  record GoesOn() implements TextRejection {
    @Override
    public String message() {
      return "the certificate goes on after its end";
    }
  }
}
