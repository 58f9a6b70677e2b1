package io.deskhand.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.deskhand.model.WireEnum;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enums by their wire names, times as RFC 3339 in UTC with milliseconds. */
final class WireModule extends SimpleModule {
  WireModule() {
    super("deskhand");
    addSerializer(new EnumWriter());
    addKeySerializer(WireEnum.class, new EnumKeyWriter());
    addSerializer(new TimeWriter());
    addDeserializer(Instant.class, new TimeReader());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new EnumReaders());
    context.addKeyDeserializers(new EnumKeyReaders());
  }

  private static final class EnumWriter extends StdScalarSerializer<WireEnum> {
    EnumWriter() {
      super(WireEnum.class);
    }

    @Override
    public void serialize(WireEnum value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.wire());
    }
  }

  private static final class EnumKeyWriter extends StdScalarSerializer<WireEnum> {
    EnumKeyWriter() {
      super(WireEnum.class);
    }

    @Override
    public void serialize(WireEnum value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(value.wire());
    }
  }

  private static final class TimeWriter extends StdScalarSerializer<Instant> {
    TimeWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(WireTime.format(value));
    }
  }

  private static final class TimeReader extends StdScalarDeserializer<Instant> {
    TimeReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        throw context.wrongTokenException(in, Instant.class, JsonToken.VALUE_STRING, "not a time");
      }
      try {
        return WireTime.parse(in.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(in.getText(), Instant.class, "not an RFC 3339 time");
      }
    }
  }

  private static final class EnumReaders extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findEnumDeserializer(
        Class<?> type, DeserializationConfig config, BeanDescription description) {
      return WireEnum.class.isAssignableFrom(type) ? reader(type) : null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static JsonDeserializer<?> reader(Class<?> type) {
      return new EnumReader(type);
    }
  }

  private static final class EnumReader<E extends Enum<E> & WireEnum>
      extends StdScalarDeserializer<E> {
    private final Class<E> type;
    // As they are written, which is how nearly all come.
    private final Map<String, E> usual = new HashMap<>();

    EnumReader(Class<E> type) {
      super(type);
      this.type = type;
      EnumSet.allOf(type).forEach(value -> usual.put(value.wire(), value));
    }

    @Override
    public E deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        throw context.wrongTokenException(in, type, JsonToken.VALUE_STRING, "not a name");
      }
      String text = in.getText();
      E written = usual.get(text);
      if (written != null) {
        return written;
      }
      var value = WireEnum.parse(type, text);
      if (value.isEmpty()) {
        throw context.weirdStringException(text, type, "not a known value");
      }
      return value.get();
    }
  }

  private static final class EnumKeyReaders implements KeyDeserializers {
    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return WireEnum.class.isAssignableFrom(type.getRawClass()) ? reader(type) : null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static KeyDeserializer reader(JavaType type) {
      return new EnumKeyReader(type.getRawClass());
    }
  }

  private static final class EnumKeyReader<E extends Enum<E> & WireEnum> extends KeyDeserializer {
    private final Class<E> type;

    EnumKeyReader(Class<E> type) {
      this.type = type;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      var value = WireEnum.parse(type, key);
      if (value.isEmpty()) {
        throw context.weirdKeyException(type, key, "not a known value");
      }
      return value.get();
    }
  }
}
