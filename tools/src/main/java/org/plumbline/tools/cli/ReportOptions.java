package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine.Option;

/** Where results go. A file that exists is kept unless {@code --force} says otherwise. */
final class ReportOptions {

  @Option(names = "--json", paramLabel = "OUT", description = "Write the result as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "DIR",
      description =
          "Write tables of repetitions, verdicts, curves, streams and EMG quality into this"
              + " folder.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "OUT.html",
      description = "Write a report with charts, one HTML file.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--force",
      description =
          "Replace reports that exist already; otherwise they are kept and nothing is done."
              + " Recordings are never replaced.")
  private boolean force;

  Optional<Path> json() {
    return json;
  }

  Optional<Path> csv() {
    return csv;
  }

  Optional<Path> report() {
    return report;
  }

  boolean force() {
    return force;
  }

  /** Whether a single file was named, which does not go with several inputs. */
  boolean namesFiles() {
    return json.isPresent() || csv.isPresent() || report.isPresent();
  }

  /** The files that would be written. */
  ReportFiles files() {
    return new ReportFiles(json, csv, report);
  }

  /**
   * Makes sure, before any work, that nothing would be replaced by accident.
   *
   * @throws IOException when something would
   */
  void requireFree(ReportFiles files) throws IOException {
    requireFree(files, Optional.empty());
  }

  /**
   * The same, for one more file.
   *
   * @throws IOException when something would be replaced
   */
  void requireFree(ReportFiles files, Optional<Path> more) throws IOException {
    for (Path file : files.all()) {
      KeptFiles.requireFree(file, force);
    }
    KeptFiles.requireFree(more, force);
  }

  /**
   * Files of one analysis.
   *
   * @param csv a folder
   */
  record ReportFiles(Optional<Path> json, Optional<Path> csv, Optional<Path> report) {

    /** In {@code folder}, all of them, named after {@code name}. */
    static ReportFiles in(Path folder, String name) {
      return new ReportFiles(
          Optional.of(folder.resolve(name + ".json")),
          Optional.of(folder.resolve(name + "-csv")),
          Optional.of(folder.resolve(name + ".html")));
    }

    List<Path> all() {
      List<Path> all = new ArrayList<>();
      report.ifPresent(all::add);
      json.ifPresent(all::add);
      csv.ifPresent(folder -> all.add(folder.resolve("repetitions.csv")));
      return all;
    }

    /** Says where everything is. */
    void tell(PrintWriter out) {
      report.ifPresent(file -> out.println(Texts.get("cli.wrote.report", file)));
      json.ifPresent(file -> out.println(Texts.get("cli.wrote.json", file)));
      csv.ifPresent(folder -> out.println(Texts.get("cli.wrote.csv", folder)));
    }
  }
}
