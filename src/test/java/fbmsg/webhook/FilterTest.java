package fbmsg.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.json.Json;
import fbmsg.json.wire.Webhooks;
import fbmsg.message.Event;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final String INBOUND = "{\"channel\":\"messenger\",\"message_uuid\":\"m\",\"to\":\"107\",\"from\":"
            + "\"234\",\"timestamp\":\"2025-02-03T12:14:25Z\",\"message_type\":\"unsupported\"}";
    private static final String STATUS = "{\"channel\":\"messenger\",\"message_uuid\":\"m\",\"to\":\"234\",\"from\":"
            + "\"107\",\"timestamp\":\"2025-02-03T12:14:25Z\",\"status\":\"read\"}";

    /** The user of a status is the one whom it was sent to. */
    @ParameterizedTest
    @CsvSource({
        "inbound, , , true, false",
        "status, , , false, true",
        "any, , , true, true",
        "any, unsupported, , true, true",
        "any, text, , false, true",
        "any, , 234, true, true",
        "any, , 107, false, false",
        "inbound, unsupported, 234, true, false",
    })
    void whatIsWanted(String kind, String type, String user, boolean inbound, boolean status) throws Exception {
        Filter filter = filter(kind, type, user, null);

        assertThat(filter.wants(event(INBOUND))).isEqualTo(inbound);
        assertThat(filter.wants(event(STATUS))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({", true, false", "true, true, true", "false, false, false"})
    void whetherTheRestComesAgain(Boolean told, boolean inbound, boolean status) throws Exception {
        Filter filter = filter("any", "text", "1", told);

        assertThat(filter.comesAgain(event(INBOUND))).isEqualTo(inbound);
        assertThat(filter.comesAgain(event(STATUS))).isEqualTo(status);
    }

    private static Filter filter(String kind, String type, String user, Boolean again) {
        return new Filter(
                Filter.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(type),
                Optional.ofNullable(user),
                Optional.ofNullable(again));
    }

    private static Event event(String json) throws Exception {
        return Webhooks.decode(Json.parse(json));
    }
}
