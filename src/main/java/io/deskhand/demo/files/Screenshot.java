package io.deskhand.demo.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A picture of the app on a telephone, with an error on it. Drawn without letters, so that it needs
 * no fonts: a server often has none.
 */
final class Screenshot {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 640;
  private static final int EDGE = 24;
  private static final Color PAPER = new Color(0xF4F6FA);
  private static final Color SEA = new Color(0x12506B);
  private static final Color CARD = Color.WHITE;
  private static final Color LINE = new Color(0xC9D1DC);
  private static final Color TROUBLE = new Color(0xC2281F);
  private static final Color TROUBLE_SOFT = new Color(0xFDE6E4);
  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D paint = image.createGraphics();

  private Screenshot() {
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  /** The picture as PNG. */
  static byte[] png() {
    Screenshot shot = new Screenshot();
    shot.draw();
    shot.paint.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(shot.image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void draw() {
    box(PAPER, 0, 0, WIDTH, HEIGHT, 0);
    box(SEA, 0, 0, WIDTH, 132, 0);
    bar(new Color(0x7FB1C4), EDGE, 56, 92, 10);
    bar(Color.WHITE, EDGE, 80, 168, 22);
    box(TROUBLE_SOFT, EDGE, 156, WIDTH - 2 * EDGE, 76, 20);
    paint.setColor(TROUBLE);
    paint.fillOval(EDGE + 18, 176, 36, 36);
    bar(Color.WHITE, EDGE + 34, 184, 4, 13);
    bar(Color.WHITE, EDGE + 34, 201, 4, 4);
    bar(TROUBLE, EDGE + 72, 180, 150, 11);
    bar(new Color(0xE39A95), EDGE + 72, 201, 190, 9);
    for (int row = 0; row < 5; row++) {
      entry(252 + row * 74);
    }
  }

  private void entry(int top) {
    box(CARD, EDGE, top, WIDTH - 2 * EDGE, 62, 18);
    paint.setColor(LINE);
    paint.fillOval(EDGE + 14, top + 14, 34, 34);
    bar(LINE, EDGE + 62, top + 18, 128, 10);
    bar(PAPER, EDGE + 62, top + 36, 84, 8);
    bar(SEA, WIDTH - EDGE - 76, top + 24, 60, 12);
  }

  private void bar(Color color, int left, int top, int width, int height) {
    box(color, left, top, width, height, Math.min(width, height));
  }

  private void box(Color color, int left, int top, int width, int height, int round) {
    paint.setColor(color);
    paint.fillRoundRect(left, top, width, height, round, round);
  }
}
