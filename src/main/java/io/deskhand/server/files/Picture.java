package io.deskhand.server.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small picture of an image that somebody sent: at most {@value #EDGE} pixels wide and high.
 * Decoded in rows and thinned out on the way, so that a large image takes little memory.
 */
record Picture(BufferedImage image) {
  private static final Logger LOG = LoggerFactory.getLogger(Picture.class);
  static final int EDGE = 320;

  /** The most pixels that are decoded. */
  static final long MOST_PIXELS = 40_000_000;

  /** What it is kept as; transparency needs PNG. */
  enum Format {
    JPEG(".jpg", "image/jpeg"),
    PNG(".png", "image/png");

    private final String suffix;
    private final String mediaType;

    Format(String suffix, String mediaType) {
      this.suffix = suffix;
      this.mediaType = mediaType;
    }

    String suffix() {
      return suffix;
    }

    String mediaType() {
      return mediaType;
    }
  }

  /** The one of the image in {@code file}; empty if it cannot be had. */
  static Optional<Picture> of(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, false, true);
        return read(reader);
      } catch (IIOException | RuntimeException e) {
        // The decoders throw whatever a broken image makes them stumble over.
        LOG.debug("No thumbnail of a broken image", e);
        return Optional.empty();
      } finally {
        reader.dispose();
      }
    }
  }

  private static Optional<Picture> read(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS || reader.getNumImages(true) != 1) {
      return Optional.empty();
    }
    // Twice the size that is wanted, for the smooth last step.
    int step = (int) Math.max(1, Math.max(width, height) / (2 * EDGE));
    ImageReadParam thinned = reader.getDefaultReadParam();
    thinned.setSourceSubsampling(step, step, 0, 0);
    return Optional.of(new Picture(shrunk(reader.read(0, thinned))));
  }

  private static BufferedImage shrunk(BufferedImage large) {
    double scale = Math.min(1, (double) EDGE / Math.max(large.getWidth(), large.getHeight()));
    int width = (int) Math.max(1, Math.round(large.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(large.getHeight() * scale));
    boolean clear = large.getColorModel().hasAlpha();
    BufferedImage small =
        new BufferedImage(
            width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    if (!clear) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
    }
    graphics.drawImage(large, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }

  Format format() {
    return image.getColorModel().hasAlpha() ? Format.PNG : Format.JPEG;
  }

  /** Writes it to {@code file}. */
  void write(Path file) throws IOException {
    try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
      if (!ImageIO.write(image, format().name(), out)) {
        throw new IOException("no encoder for " + format());
      }
    }
  }
}
