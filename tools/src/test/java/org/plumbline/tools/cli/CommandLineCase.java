package org.plumbline.tools.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command line run inside the test, with what it printed. */
record CommandLineCase(int status, String out, String err) {

  static CommandLineCase of(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new CommandLineCase(status, out.toString(), err.toString());
  }
}
