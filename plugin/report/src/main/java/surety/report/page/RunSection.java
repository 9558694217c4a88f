package surety.report.page;

import java.time.Duration;
import surety.report.Machine;
import surety.report.Run;
import surety.report.ShellWords;
import surety.report.Trust;
import surety.report.Words;

/** What has to be trusted, and what ran where and when. */
final class RunSection {
  private final Run run;

  RunSection(Run run) {
    this.run = run;
  }

  String html() {
    StringBuilder html = new StringBuilder("<section>\n<h2>What is trusted</h2>\n");
    for (String paragraph : Trust.paragraphs()) {
      html.append("<p>").append(Html.escaped(paragraph)).append("</p>\n");
    }
    html.append("</section>\n<section>\n<h2>The run</h2>\n<dl>\n");
    Machine machine = run.machine();
    row(html, "Surety", Html.isolated(run.version()));
    row(html, "Command", Html.code(ShellWords.of(run)));
    row(html, "Started", Page.moment(run.started()));
    row(html, "Finished", Page.moment(run.finished()));
    Duration took = Duration.between(run.started(), run.finished());
    row(html, "Took", Words.seconds(took.toMillis() / 1000.0));
    row(html, "Java", Html.isolated(machine.java() + ", " + machine.vendor()));
    row(html, "System", Html.isolated(machine.system()));
    row(html, "Processors", Integer.toString(machine.processors()));
    return html.append("</dl>\n</section>\n").toString();
  }

  private static void row(StringBuilder html, String name, String content) {
    html.append("<div><dt>").append(name).append("</dt><dd>").append(content);
    html.append("</dd></div>\n");
  }
}
