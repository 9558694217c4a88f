package surety.evidence.bundle;

import static java.util.stream.Collectors.joining;

import java.util.List;
import surety.certificates.statement.Claim;
import surety.language.Obligation;
import surety.language.display.BoundsText;
import surety.language.display.ClaimLevel;
import surety.language.display.Claims;
import surety.language.display.Markdown;
import surety.report.Words;
import surety.solver.BandPoint;

/** The page that an auditor reads first: what is claimed, and how to see that it is true. */
final class Instructions {
  private static final String REPLAY =
      """

      ## Replay

      Needed is Java 17 or newer (`java -version` tells), and no network. In the folder of this page:

      ```
      sh replay.sh
      ```

      and on Windows `replay.cmd`. Each certificate should be VALID; behind that stands what follows for the requirement, as above. The exit status is 0 if all are valid and nothing that is required stays unproved, 40 or 30 if all are valid and something is violated or undecided, 4 or 5 if a certificate is invalid or incomplete. One by one it is

      ```
      %s
      ```
      """;

  private static final String CHECKS =
      """

      ## What only you can check

      A replay proves each statement about each network, as they are in this archive. So look whether they are what you mean:

      1. **The networks.** Are they those that are deployed? Compare their SHA-256 (`sha256sum`, on Windows `certutil -hashfile FILE SHA256`) with those of the networks that run.
      2. **The statements**, in the folder `statements`: plain text, made from the specification. They are what is proved; the specification is how somebody wrote it. With Surety installed, `surety statement` prints them from the specification, and `surety replay` does all of it in one.
      3. **The distributions** in the specification: whether inputs are distributed like that no proof can tell. Data that they were made from are beside it.
      4. **The kernel**, `kernel/certificates.jar`, is all that has to be trusted. You need not trust this copy: take one from elsewhere, or write your own checker from `kernel/FORMAT.md`. `KERNEL=/absolute/path/certificates.jar sh replay.sh` uses another one.

      `SHA256SUMS` finds damage (`sha256sum -c SHA256SUMS`). It is no protection against somebody who changes a file and the sums.
      """;

  private static final String ATTESTED =
      """

      ## The signature

      `attestation.json` says who ran Surety on exactly these files, and what came out: it is an in-toto statement in a DSSE envelope. Whether it is signed by the key that you know tells

      ```
      surety verify-attestation attestation.json --key public.pem
      ```

      or without Surety, with Python and OpenSSL (of several signatures this takes the first):

      ```
      python3 -c "import base64, json
      e = json.load(open('attestation.json'))
      t, p = e['payloadType'].encode(), base64.b64decode(e['payload'])
      open('signed.bin', 'wb').write(b'DSSEv1 %d %s %d %s' % (len(t), t, len(p), p))
      open('signature.bin', 'wb').write(base64.b64decode(e['signatures'][0]['sig']))
      open('statement.json', 'wb').write(p)"
      openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in signed.bin -sigfile signature.bin
      ```

      That is for a key of Ed25519; for ECDSA the last line is `openssl dgst -sha256 -verify public.pem -signature signature.bin signed.bin`, with `-sha384` for P-384. What is signed is then in `statement.json`, with the SHA-256 of every file.

      A signature says who claims it. Only the replay says that it is true.
      """;

  private static final String FILES =
      """

      ## What is here

      | | |
      |---|---|
      | `files/` | specifications, networks, data, and in `certificates/` the certificates, as they were |
      | `statements/` | what each certificate proves |
      | `kernel/certificates.jar` | the kernel, which replays |
      | `kernel/FORMAT.md` | what a certificate contains, and what a checker computes from it |
      | `replay.sh`, `replay.cmd` | all replays |
      """;

  private Instructions() {}

  /**
   * The page.
   *
   * @param version of Surety
   * @param isAttested whether there is an attestation
   */
  static String of(List<Step> steps, String version, boolean isAttested) {
    String specifications =
        steps.stream()
            .map(Step::specification)
            .distinct()
            .map(name -> Markdown.code(name.substring(name.indexOf('/') + 1)))
            .collect(joining(", "));
    List<String> levels = steps.stream().map(Instructions::level).distinct().toList();
    String claims =
        steps.stream()
            .map(step -> claim(step) + (levels.size() == 1 ? "" : " This is " + level(step)) + "\n")
            .collect(joining());
    String commands =
        steps.stream()
            .map(step -> "java -jar kernel/certificates.jar " + ReplayScripts.arguments(step))
            .collect(joining("\n"));
    return "# Evidence for "
        + specifications
        + "\n\nMade by Surety "
        + version
        + ". It has guaranteed bounds on what neural networks do under random inputs, and proofs of"
        + " them, which you can check without trusting whoever made them.\n\n## What is claimed\n\n"
        + claims
        + (levels.size() == 1 ? "\nAll of it is " + levels.get(0) + "\n" : "")
        + REPLAY.formatted(commands)
        + CHECKS
        + (isAttested ? ATTESTED : "")
        + FILES;
  }

  private static String claim(Step step) {
    Obligation asked = step.proof().obligation();
    String title = asked.title().map(text -> ", \"" + Markdown.escaped(text) + "\"").orElse("");
    return "- **%s**%s: %s. The replay says `%s`: %s."
        .formatted(
            Markdown.escaped(step.label()),
            title,
            Markdown.code(asked.text()),
            step.proof().result().summary(),
            bounds(step));
  }

  private static String bounds(Step step) {
    Obligation asked = step.proof().obligation();
    Claim claim = asked.statement().claim();
    List<BandPoint> points = BandPoint.of(claim, step.proof().result());
    return Claims.isSingle(claim)
        ? Words.bounds(asked, points.get(0).lower(), points.get(0).upper())
        : BoundsText.ofSeveral(claim, BandPoint.largestGap(points));
  }

  private static String level(Step step) {
    return "claimed " + ClaimLevel.of(step.proof().obligation().statement()) + ".";
  }
}
