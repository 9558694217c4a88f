package surety.evidence.bundle;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Scripts that replay everything in an archive with the kernel's jar. They need a Java and the
 * shell that every system has.
 */
final class ReplayScripts {
  private static final String SHELL_HEAD =
      """
      #!/bin/sh
      # Replays all certificates with the kernel's jar. Needs Java 17 or newer, and nothing else.
      # JAVA_HOME chooses the Java; KERNEL (an absolute path) another kernel than the one in here.
      # Exit status: 0 all valid, and nothing that is required stays unproved; 40 all valid, something
      # is violated; 30 all valid, something is undecided; 4 something is invalid, 5 incomplete,
      # 3 refused, 2 this script cannot run.
      case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
      CDPATH='' cd -- "${here:-/}" || exit 2
      kernel=${KERNEL:-kernel/certificates.jar}
      java=java
      [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
      "$java" -version >/dev/null 2>&1 || { echo "Java is missing: install Java 17 or newer, or set JAVA_HOME" >&2; exit 2; }

      # Damage shows in the check sums; where no tool computes them, the kernel still finds it.
      sums() {
        if command -v sha256sum >/dev/null 2>&1; then LC_ALL=C sha256sum -c SHA256SUMS
        elif command -v shasum >/dev/null 2>&1; then LC_ALL=C shasum -a 256 -c SHA256SUMS
        else echo "SHA256SUMS is not checked: there is no sha256sum" >&2; fi
      }
      if ! files=$(sums); then
        printf '%s\n' "$files" | grep -v ': OK$' >&2
        echo "these files are not those that were packed; unpack the archive again" >&2
        exit 4
      fi

      count=0
      valid=0
      worst=0
      gravity() {
        case $1 in 0) echo 0 ;; 30) echo 1 ;; 40) echo 2 ;; 5) echo 3 ;; 4) echo 4 ;; *) echo 5 ;; esac
      }
      replay() {
        printf '\\n%s\\n' "$1"
        shift
        "$java" -jar "$kernel" "$@"
        status=$?
        count=$((count + 1))
        case $status in 0 | 30 | 40) valid=$((valid + 1)) ;; esac
        [ "$(gravity $status)" -le "$(gravity $worst)" ] || worst=$status
      }

      """;

  private static final String SHELL_TAIL =
      """

      printf '\\n%s\\n' "$valid of $count certificates are valid"
      exit "$worst"
      """;

  private static final String BATCH_HEAD =
      """
      @echo off
      rem Replays all certificates with the kernel's jar. Needs Java 17 or newer, and nothing else.
      rem JAVA_HOME chooses the Java; KERNEL (an absolute path) another kernel than the one in here.
      rem Exit status: 0 all valid, and nothing that is required stays unproved; 40 all valid, something
      rem is violated; 30 all valid, something is undecided; 4 something is invalid, 5 incomplete,
      rem 3 refused, 2 this script cannot run.
      setlocal DisableDelayedExpansion
      cd /d "%~dp0" || exit /b 2
      chcp 65001 >nul
      if not defined KERNEL set "KERNEL=kernel\\certificates.jar"
      set "JAVA=java"
      if defined JAVA_HOME set "JAVA=%JAVA_HOME%\\bin\\java"
      "%JAVA%" -version >nul 2>nul
      if errorlevel 1 (
        echo Java is missing: install Java 17 or newer, or set JAVA_HOME
        exit /b 2
      )
      set COUNT=0
      set VALID=0
      set WORST=0
      set GRAVEST=0

      """;

  private static final String BATCH_TAIL =
      """
      echo.
      echo %VALID% of %COUNT% certificates are valid
      exit /b %WORST%

      :note
      set /a COUNT+=1
      set GRAVITY=5
      if %1==0 set GRAVITY=0
      if %1==30 set GRAVITY=1
      if %1==40 set GRAVITY=2
      if %1==5 set GRAVITY=3
      if %1==4 set GRAVITY=4
      if %GRAVITY% leq 2 set /a VALID+=1
      if %GRAVITY% gtr %GRAVEST% (
        set GRAVEST=%GRAVITY%
        set WORST=%1
      )
      exit /b 0
      """;

  private ReplayScripts() {}

  /** For {@code sh}. */
  static String shell(List<Step> steps) {
    return SHELL_HEAD
        + steps.stream()
            .map(
                step ->
                    "replay "
                        + quoted(step.label())
                        + " "
                        + arguments(step, ReplayScripts::quoted)
                        + "\n")
            .collect(joining())
        + SHELL_TAIL;
  }

  /** For {@code cmd.exe}. */
  static String batch(List<Step> steps) {
    String body =
        steps.stream()
            .map(
                step ->
                    "echo.\necho "
                        + batchQuoted(step.label())
                        + "\n\"%JAVA%\" -jar \"%KERNEL%\" "
                        + arguments(step, ReplayScripts::batchQuoted)
                        + "\ncall :note %ERRORLEVEL%\n")
            .collect(joining());
    return (BATCH_HEAD + body + BATCH_TAIL).replace("\n", "\r\n");
  }

  /** What stands behind the kernel's jar, for {@code sh}. */
  static String arguments(Step step) {
    return arguments(step, ReplayScripts::quoted);
  }

  private static String arguments(Step step, UnaryOperator<String> quote) {
    return "--statement "
        + quote.apply(step.statement())
        + " "
        + step.networks().stream()
            .map(network -> "--network " + quote.apply(network) + " ")
            .collect(joining())
        + "--certificate "
        + quote.apply(step.certificate());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Names have no quotation marks; a percent sign begins a variable unless it is doubled. */
  private static String batchQuoted(String text) {
    return "\"" + text.replace("%", "%%") + "\"";
  }
}
