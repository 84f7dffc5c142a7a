package fbmsg.json.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T14:00:00.000Z, 2020-01-01T14:00:00Z",
        "2025-02-03T12:14:25Z, 2025-02-03T12:14:25Z",
        "2020-01-01 14:00:00 UTC, 2020-01-01T14:00:00Z",
        "2020-01-01 14:00:00.250 UTC, 2020-01-01T14:00:00.250Z",
        "2020-01-01T14:00:00.5Z, 2020-01-01T14:00:00.500Z",
        "2020-01-01T14:00:00.000001Z, 2020-01-01T14:00:00.000001Z",
        "2020-01-01T15:30:00+01:30, 2020-01-01T14:00:00Z",
        "2020-01-01T23:30:00-02:00, 2020-01-02T01:30:00Z",
        "2020-01-01T14:00Z, 2020-01-01T14:00:00Z",
        "' 2020-01-01T14:00:00Z ', 2020-01-01T14:00:00Z",
    })
    void aTimeThatCanBeReadIsRfc3339InUtcWithAFractionOnlyIfItIsNotZero(String raw, String normal) {
        assertThat(Timestamps.normal(raw)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                " 2020-13-01T14:00:00Z",
                "2020-01-01T14:00:00",
                "2020-02-30 14:00:00 UTC",
                "2020-01-01T23:59:60Z",
                "1577887200",
                " UTC",
                "2020-01-01 14:00:00 CET",
                "\u001b[2J"
            })
    void aTimeThatCannotBeReadStaysAsItCame(String raw) {
        assertThat(Timestamps.normal(raw)).isEqualTo(raw);
    }
}
