package org.plumbline.analyzer.chart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.result.SessionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;

/** Draws every chart of the sample results into a folder, to be looked at. */
public final class DrawAll {
  private DrawAll() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Map<String, SessionResult> samples = new LinkedHashMap<>();
    samples.put("squat", SampleResults.squat());
    samples.put("bridge", SampleResults.bridge());
    samples.put("forty", SampleResults.forty());
    samples.put("nothing", SampleResults.nothingAssessable());
    samples.put("one", SampleResults.interrupted());
    for (Map.Entry<String, SessionResult> sample : samples.entrySet()) {
      SetResult set = sample.getValue().sets().get(0);
      String name = sample.getKey();
      Files.write(folder.resolve(name + "-strip.png"), QualityStrip.of(set).png(1));
      for (CurveOverlay.Key key : CurveOverlay.curvesOf(set)) {
        Files.write(
            folder.resolve(name + "-" + key.name() + ".png"), CurveOverlay.of(set, key).png(1));
      }
      for (Picture picture : MuscleLevels.of(set)) {
        Files.write(folder.resolve(name + "-levels.png"), picture.png(1));
      }
    }
  }
}
