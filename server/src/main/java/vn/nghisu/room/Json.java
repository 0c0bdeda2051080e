package vn.nghisu.room;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.vote.Form;

/** How everything is written as JSON: absent optionals left out, times as ISO 8601, members and keys sorted; strict in reading. */
public final class Json {
    private static final int NESTING_LEVELS = 32;
    private static final int STRING_CHARACTERS = 1_048_576;

    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029\\u200B\\u200E\\u200F\\u2060\\u061C\\u00AD\\uFEFF\\uFFFE\\uFFFF]");

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_LEVELS)
                            .maxStringLength(STRING_CHARACTERS)
                            .build())
                    .build())
            .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule(), new SimpleModule()
                    .addDeserializer(String.class, new PlainText()).addDeserializer(Instant.class, new IsoTime()))
            .withConfigOverride(LocalDate.class, day -> day.setFormat(JsonFormat.Value.forLeniency(false)))
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .addMixIn(Form.class, Kinds.class)
            .addMixIn(RichBlock.class, Kinds.class)
            .registerSubtypes(Stream.of(Form.class, RichBlock.class).flatMap(sealed -> Arrays.stream(sealed.getPermittedSubclasses()))
                    .map(type -> new NamedType(type, kind(type))).toArray(NamedType[]::new))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, text -> text
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The core knows nothing of JSON: what a sealed value is stands beside its members. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    private static String kind(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** A time as text; a bare number could be seconds or milliseconds. */
    private static final class IsoTime extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        IsoTime() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return Instant.parse(parser.getText());
                } catch (DateTimeParseException e) {
                    return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "not a time of ISO 8601");
                }
            }
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
    }

    /**
     * What people type, as it is kept: in NFC, without control characters other than tab and line end, and without those that turn
     * the direction of writing, by which a name could be made to read as another one.
     */
    public static String plain(String typed) {
        return UNWANTED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
    }

    /** Every text of a message or an entry: {@link #plain}, and well-formed Unicode. */
    private static final class PlainText extends StringDeserializer {
        private static final long serialVersionUID = 1;
        private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text == null || isPrintableAscii(text)) {
                return text;
            }
            if (LONE_SURROGATE.matcher(text).find()) {
                context.reportInputMismatch(String.class, "text is not well-formed Unicode");
            }
            return plain(text);
        }

        /** As ids and codes are: nothing to look for there. */
        private static boolean isPrintableAscii(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                    return false;
                }
            }
            return true;
        }
    }
}
