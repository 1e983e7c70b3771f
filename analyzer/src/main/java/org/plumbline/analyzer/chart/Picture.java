package org.plumbline.analyzer.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/**
 * A finished chart. It draws itself into any {@link Graphics2D}: a Swing component calls {@link
 * #draw} in {@code paintComponent}. One thread at a time.
 */
public final class Picture {
  // JFreeSVG escapes markup but lets control characters of a stranger's names through.
  private static final Pattern FORBIDDEN_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final JFreeChart chart;
  private final String description;
  private final int width;
  private final int height;

  /**
   * Owns {@code chart} from then on.
   *
   * @param width natural width, pixels
   */
  Picture(JFreeChart chart, String description, int width, int height) {
    this.chart = chart;
    this.description = description;
    this.width = width;
    this.height = height;
  }

  /** What is to be seen, for people who cannot see it. */
  public String description() {
    return description;
  }

  /** Natural width, pixels. */
  public int width() {
    return width;
  }

  /** Natural height, pixels. */
  public int height() {
    return height;
  }

  /** Draws into {@code area}, in user space. */
  public void draw(Graphics2D graphics, Rectangle2D area) {
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    chart.draw(graphics, area);
  }

  /** An image of the natural size times {@code scale}; 2 for print and dense screens. */
  public BufferedImage image(double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setPaint(Palette.PAPER);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(scale, scale);
      draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** The bytes of a PNG file of {@link #image(double)}. */
  public byte[] png(double scale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(scale), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
    return bytes.toByteArray();
  }

  /**
   * An {@code <svg>} element with a view box, for a page or a file.
   *
   * @param id unique in the page: the element's id and the prefix of all ids inside, so that the
   *     text is the same each time and two charts of a page do not clip each other
   */
  public String svg(String id) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(id + "-");
    graphics.setFontFunction(family -> Theme.CSS_FONTS);
    // Default converters print up to 17 digits; a hundredth of a pixel is enough.
    graphics.setGeomDoubleConverter(Picture::hundredths);
    graphics.setTransformDoubleConverter(Picture::hundredths);
    draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    String svg = graphics.getSVGElement(id, true, new ViewBox(0, 0, width, height), null, null);
    return FORBIDDEN_IN_XML.matcher(svg).replaceAll("\uFFFD");
  }

  private static String hundredths(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
