package io.deskhand.console.conversation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;

/** Files and pictures that are dragged here or pasted. FX thread only. */
final class Incoming {
  private final ComposerFiles files;
  private final String pictureName;

  /**
   * @param pictureName what a picture is called that has no name
   */
  Incoming(ComposerFiles files, String pictureName) {
    this.files = files;
    this.pictureName = pictureName;
  }

  /** Takes what is dropped anywhere on {@code area}; {@code over} hears whether it would be. */
  void install(Node area, Consumer<Boolean> over) {
    area.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (isWanted(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            over.accept(true);
            event.consume();
          }
        });
    area.addEventHandler(DragEvent.DRAG_EXITED, event -> over.accept(false));
    area.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          event.setDropCompleted(take(event.getDragboard()));
          over.accept(false);
          event.consume();
        });
  }

  /** Takes the clipboard's files or picture; false if it has text, or none of these. */
  boolean paste(Clipboard clipboard) {
    return !(clipboard.hasString() && !clipboard.hasFiles()) && take(clipboard);
  }

  private static boolean isWanted(Clipboard board) {
    return board.hasFiles() || board.hasImage();
  }

  private boolean take(Clipboard board) {
    if (board.hasFiles()) {
      List<Path> paths = board.getFiles().stream().map(File::toPath).toList();
      files.add(paths);
      return true;
    }
    Image image = board.hasImage() ? board.getImage() : null;
    if (image == null) {
      return false;
    }
    files.add(pictureName, png(image));
    return true;
  }

  static byte[] png(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
