import io.deskhand.console.ui.Mark;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/**
 * Draws the program's icons from the mark that the console itself shows. With the console's classes
 * and libraries on the class path: java -Dglass.platform=Headless -Dprism.order=sw Icons.java DIR
 */
final class Icons {
  private static final int[] SIDES = {16, 32, 48, 64, 128, 256, 512};

  public static void main(String[] args) throws Exception {
    Path target = Files.createDirectories(Path.of(args[0]));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          for (int side : SIDES) {
            write(draw(side), target.resolve("deskhand-" + side + ".png"));
          }
          done.countDown();
        });
    done.await();
    Platform.exit();
  }

  private static WritableImage draw(int side) {
    Mark mark = new Mark();
    mark.setSide(side);
    Scene scene = new Scene(new StackPane(mark), side, side, Color.TRANSPARENT);
    scene.getStylesheets().add(Mark.class.getResource("base.css").toExternalForm());
    scene.getRoot().setStyle("-fx-background-color: transparent;");
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    return scene.getRoot().snapshot(clear, new WritableImage(side, side));
  }

  private static void write(WritableImage image, Path file) {
    int side = (int) image.getWidth();
    BufferedImage copy = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      ImageIO.write(copy, "png", file.toFile());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
