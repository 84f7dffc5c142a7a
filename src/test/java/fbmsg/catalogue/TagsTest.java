package fbmsg.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    @Test
    void theUsableOnesAreNamed() {
        assertThat(Tags.usable())
                .containsExactly("CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE", "HUMAN_AGENT");
        assertThat(Tags.all())
                .allSatisfy(tag -> assertThat(tag.since().isPresent()).isEqualTo(tag.state() != Tag.State.UNKNOWN));
        assertThat(Tags.all().stream().filter(tag -> tag.state() == Tag.State.REMOVED))
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE", "HUMAN_AGENT"})
    void ofAUsableOneThereIsNothingToSay(String tag) {
        assertThat(Tags.warning(tag)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHIPPING_UPDATE | Facebook removed the tag SHIPPING_UPDATE on 2020-03-04, the message may be rejected with"
                        + " 1021; use POST_PURCHASE_UPDATE",
                "shipping_update | Facebook removed the tag SHIPPING_UPDATE on 2020-03-04, the message may be rejected with"
                        + " 1021; use POST_PURCHASE_UPDATE",
                "account_update | the tag 'account_update' is not in Facebook's spelling, the message may be rejected with"
                        + " 1021; write ACCOUNT_UPDATE",
                "HUMAN-AGENT | the tag 'HUMAN-AGENT' is not in Facebook's spelling, the message may be rejected with"
                        + " 1021; write HUMAN_AGENT",
                "CUSTOMER_FEEDBACK | the tag CUSTOMER_FEEDBACK is not in Facebook's list, the message may be rejected with"
                        + " 1021; try it with one message and wait for its status before you rely on it",
                "ACOUNT_UPDATE | nothing is known of the tag 'ACOUNT_UPDATE', the message may be rejected with 1021;"
                        + " did you mean ACCOUNT_UPDATE?",
                "1340 | nothing is known of the tag '1340', the message may be rejected with 1021; Facebook's tags are"
                        + " CONFIRMED_EVENT_UPDATE, POST_PURCHASE_UPDATE, ACCOUNT_UPDATE, HUMAN_AGENT"
            })
    void otherwiseOneLineSaysWhyAndWhatToDo(String tag, String warning) {
        assertThat(Tags.warning(tag)).contains(warning);
    }

    @Test
    void everyWarningIsOneLineWithSomethingToDo() {
        for (Tag tag : Tags.all()) {
            Tags.warning(tag.code())
                    .ifPresent(warning -> assertThat(warning)
                            .contains("; ")
                            .doesNotContain("\n")
                            .doesNotEndWith("."));
        }
    }
}
