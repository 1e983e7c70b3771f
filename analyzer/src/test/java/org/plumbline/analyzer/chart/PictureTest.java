package org.plumbline.analyzer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.plumbline.analyzer.SampleResults;
import org.plumbline.analyzer.quality.Curve;
import org.plumbline.analyzer.result.SessionResult.RepetitionResult;
import org.plumbline.analyzer.result.SessionResult.SetResult;
import org.plumbline.device.log.Side;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PictureTest {
  private final SetResult squat = SampleResults.squat().sets().get(0);

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void theSameSetGivesTheSameSvgInEveryLocale() {
    String here = QualityStrip.of(squat).svg("a");
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"de-DE", "ar-EG-u-nu-arab", "tr-TR"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(QualityStrip.of(squat).svg("a")).as(tag).isEqualTo(here);
        for (CurveOverlay.Key key : CurveOverlay.curvesOf(squat)) {
          assertThat(CurveOverlay.of(squat, key).svg("a")).doesNotContainPattern("[٠-٩]");
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void svgIsWellFormedAndAllItsIdsBeginWithTheGivenOne() throws Exception {
    String svg = QualityStrip.of(squat).svg("set1-strip");
    assertThat(parse(svg).getDocumentElement().getAttribute("viewBox")).startsWith("0 0 960");
    Matcher ids = Pattern.compile("\\bid=['\"]([^'\"]+)['\"]").matcher(svg);
    List<String> found = new ArrayList<>();
    while (ids.find()) {
      found.add(ids.group(1));
    }
    assertThat(found).isNotEmpty().allMatch(id -> id.startsWith("set1-strip"));
    Set<String> distinct = new HashSet<>(found);
    assertThat(distinct).hasSameSizeAs(found);
  }

  @Test
  void hostileNamesDoNotBreakTheSvg() throws Exception {
    String hostile = "</text><script>alert('1')</script>&\"\u0000\u0007\u001b";
    Curve curve = new Curve(hostile, Side.LEFT, hostile, new double[Curve.POINTS]);
    SetResult set =
        new SetResult(
            1,
            hostile,
            hostile,
            squat.loadKg(),
            hostile,
            List.of(new RepetitionResult(1, 0, 1, 2, true, List.of(), List.of(), List.of(curve))),
            List.of());
    String svg = CurveOverlay.of(set, new CurveOverlay.Key(hostile, Side.LEFT)).svg("x");
    assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(svg).doesNotContain("<script");
  }

  @Test
  void pngHasTheAskedScale() throws Exception {
    Picture picture = QualityStrip.of(squat);
    var image = ImageIO.read(new ByteArrayInputStream(picture.png(2)));
    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    assertThat(image.getHeight()).isEqualTo(2 * picture.height());
  }
}
