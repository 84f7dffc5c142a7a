package fbmsg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fbmsg.Failure;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit codes are an API (contract.md, section 5): codes are only ever added. */
class ExitTest {
    private static final String TABLE = """
            0 OK
            1 NO
            2 USAGE
            65 DATA
            66 MISSING
            69 UNAVAILABLE
            70 BUG
            74 NOT_WRITTEN
            75 TEMPORARY
            76 UNKNOWN
            77 REFUSED
            78 CONFIGURATION
            124 TIMED_OUT
            130 INTERRUPTED
            141 CLOSED_PIPE
            143 TERMINATED
            """;

    @Test
    void theCodesAreTheContracts() {
        String actual =
                Arrays.stream(Exit.values()).map(e -> e.code() + " " + e + "\n").collect(Collectors.joining());

        assertThat(actual).isEqualTo(TABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "USAGE, 2",
        "CONFIGURATION, 78",
        "DATA, 65",
        "MISSING, 66",
        "UNREACHABLE, 69",
        "NOT_WRITTEN, 74",
        "CLOSED_PIPE, 141"
    })
    void everyFaultOnThisSideHasItsCode(Failure.Kind kind, int code) {
        Failure failure = switch (kind) {
            case USAGE -> Failure.usage("a", "b");
            case CONFIGURATION -> Failure.configuration("a", "b");
            case DATA -> Failure.data("a", "b");
            case MISSING -> Failure.missing("a", "b");
            case UNREACHABLE -> Failure.unreachable("a", "b");
            case NOT_WRITTEN -> Failure.notWritten("a", "b", null);
            case CLOSED_PIPE -> Failure.closedPipe(null);
        };

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(Errors.exit(failure).code()).isEqualTo(code);
    }

    @Test
    void onlyWhatSurelyDidNothingMayBeTriedAgain() {
        assertThat(Exit.values()).filteredOn(Exit::retryable).containsExactly(Exit.UNAVAILABLE, Exit.TEMPORARY);
    }

    /** A check's "no" is better than anything that went wrong, and worse than nothing. */
    @Test
    void theWorseOfTwoIsToldWhateverCameFirst() {
        for (Exit worse : new Exit[] {Exit.NOT_WRITTEN, Exit.UNKNOWN, Exit.REFUSED, Exit.UNAVAILABLE}) {
            assertThat(worse.or(Exit.NO)).isEqualTo(worse);
            assertThat(Exit.NO.or(worse)).isEqualTo(worse);
        }
        assertThat(Exit.NO.or(Exit.OK)).isEqualTo(Exit.NO);
        assertThat(Exit.OK.or(Exit.NO)).isEqualTo(Exit.NO);
    }
}
