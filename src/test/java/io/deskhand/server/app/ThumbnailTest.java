package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Attachment;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class ThumbnailTest extends ServerTest {
  @Test
  void anImageHasASmallPicture() throws Exception {
    byte[] photo = image(1_600, 800, BufferedImage.TYPE_INT_RGB, "jpeg");
    Attachment file = Sent.upload(cora, "photo.jpg", photo).ok(Attachment.class);
    for (int n = 0; n < 2; n++) {
      BufferedImage small = thumbnail(file, "image/jpeg");
      assertThat(small.getWidth()).isEqualTo(320);
      assertThat(small.getHeight()).isEqualTo(160);
    }
  }

  @Test
  void transparencyStaysAndASmallImageDoesNotGrow() throws Exception {
    byte[] icon = image(40, 20, BufferedImage.TYPE_INT_ARGB, "png");
    Attachment file = Sent.upload(cora, "icon.png", icon).ok(Attachment.class);
    BufferedImage small = thumbnail(file, "image/png");
    assertThat(small.getWidth()).isEqualTo(40);
    assertThat(small.getColorModel().hasAlpha()).isTrue();
  }

  @Test
  void whatIsMovingBrokenHugeOrNoImageHasNone() throws IOException {
    byte[] photo = image(600, 600, BufferedImage.TYPE_INT_RGB, "jpeg");
    assertNone("broken.jpg", Arrays.copyOf(photo, 200));
    assertNone("moving.gif", movingGif());
    assertNone("bomb.png", bomb());
    Attachment text = Sent.text(cora, "a.txt", "text");
    cora.get(text.url() + "/thumbnail").problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void aThumbnailIsNobodysButTheFiles() throws IOException {
    byte[] photo = image(30, 30, BufferedImage.TYPE_INT_RGB, "jpeg");
    Attachment file = Sent.upload(cora, "photo.jpg", photo).ok(Attachment.class);
    assertThat(cora.get(file.url() + "/thumbnail").status()).isEqualTo(200);
    max.get(file.url() + "/thumbnail").problem(ErrorCode.NOT_FOUND);
  }

  private void assertNone(String name, byte[] content) {
    Attachment file = Sent.upload(cora, name, content).ok(Attachment.class);
    assertThat(cora.get(file.url() + "/thumbnail").problem(ErrorCode.NOT_FOUND).detail())
        .contains("thumbnail");
    assertThat(cora.get(file.url()).status()).isEqualTo(200);
  }

  private BufferedImage thumbnail(Attachment file, String type) throws Exception {
    String token = nobody.tokens("cora@demo.desk").accessToken();
    URI address = server.address().resolve(Routes.attachment(file.id()) + "/thumbnail");
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains(type);
      return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }
  }

  private static byte[] image(int width, int height, int type, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(new BufferedImage(width, height, type), format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] movingGif() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    BufferedImage frame = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED);
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      var meta =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(frame), writer.getDefaultWriteParam());
      writer.writeToSequence(new IIOImage(frame, null, meta), null);
      writer.writeToSequence(new IIOImage(frame, null, meta), null);
      writer.endWriteSequence();
    }
    return out.toByteArray();
  }

  /** The head of a PNG that says it is 30,000 by 30,000 pixels. */
  private static byte[] bomb() throws IOException {
    byte[] png = image(1, 1, BufferedImage.TYPE_INT_RGB, "png");
    byte[] head = Base64.getDecoder().decode("AAB1MAAAdTA=");
    System.arraycopy(head, 0, png, 16, head.length);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    for (int i = 0; i < 4; i++) {
      png[29 + i] = (byte) (crc.getValue() >> (24 - 8 * i));
    }
    return png;
  }
}
