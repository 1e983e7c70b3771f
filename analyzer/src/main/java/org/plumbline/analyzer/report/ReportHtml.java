package org.plumbline.analyzer.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.plumbline.analyzer.result.SessionResult;

/**
 * A session result as one HTML page for people: no script, no request to anywhere, prints on A4.
 * Encode the text as UTF-8. Every text that came from a file is escaped.
 */
public final class ReportHtml {

  private ReportHtml() {}

  /** The whole page. */
  @SuppressWarnings("NullAway") // generated code: no interceptor is said as null
  public static String page(SessionResult result, AnalysisRun run) {
    StringOutput html = new StringOutput(1 << 16);
    // Called directly instead of by name through the engine, so that the compiler checks it.
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(html), null, ReportPage.of(result, run));
    return html.toString();
  }
}
