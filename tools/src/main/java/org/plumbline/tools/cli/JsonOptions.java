package org.plumbline.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.analyzer.report.ReportFile;
import org.plumbline.analyzer.text.Texts;
import picocli.CommandLine.Option;

/** What a command says, as JSON in a file too. A file that exists is kept. */
final class JsonOptions {

  @Option(names = "--json", paramLabel = "OUT", description = "Write all of it as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--force", description = "Replace files that exist already.")
  private boolean force;

  /** Makes the document where it is wanted. */
  interface Document {
    String text();
  }

  /**
   * To be asked before anything is worked out.
   *
   * @throws IOException when a file would be replaced
   */
  void requireFree() throws IOException {
    KeptFiles.requireFree(json, force);
  }

  /**
   * The same of another file of the command.
   *
   * @throws IOException when it would be replaced
   */
  void requireFree(Optional<Path> other) throws IOException {
    KeptFiles.requireFree(other, force);
  }

  /**
   * Writes the document if it is wanted, and says where.
   *
   * @param key of the words that say so
   * @throws IOException when it cannot be written
   */
  void write(Document document, String key, PrintWriter out) throws IOException {
    if (json.isPresent()) {
      ReportFile.write(json.get(), document.text());
      out.println(Texts.get(key, json.get()));
    }
  }
}
