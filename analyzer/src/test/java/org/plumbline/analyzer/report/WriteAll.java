package org.plumbline.analyzer.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.result.SessionResult;

/** Writes the reports of the sample results into a folder, to be looked at. */
public final class WriteAll {
  private WriteAll() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Map<String, SessionResult> samples = new LinkedHashMap<>();
    samples.put("squat", SampleResults.squat());
    samples.put("bridge", SampleResults.bridge());
    samples.put("forty", SampleResults.forty());
    samples.put("three", SampleResults.threeSets());
    samples.put("nothing", SampleResults.nothingAssessable());
    samples.put("interrupted", SampleResults.interrupted());
    samples.put("empty", SampleResults.empty());
    AnalysisRun run =
        AnalysisRun.here(
            Instant.parse("2026-11-21T09:30:00Z"),
            Optional.of(Instant.parse("2026-11-20T14:05:00Z")),
            0.734,
            Optional.of(new AnalysisRun.RecordingFile("S01-squat.avro", "0".repeat(64))),
            "plumbline 0.1.0");
    for (Map.Entry<String, SessionResult> sample : samples.entrySet()) {
      ReportFile.write(
          folder.resolve(sample.getKey() + ".html"), ReportHtml.page(sample.getValue(), run));
      ReportFile.write(
          folder.resolve(sample.getKey() + ".json"), ReportJson.document(sample.getValue(), run));
    }
    ReportCsv.write(SampleResults.squat(), folder.resolve("csv"));
  }
}
