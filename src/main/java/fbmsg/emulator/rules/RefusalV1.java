package fbmsg.emulator.rules;

import java.util.List;

/**
 * The kinds of 422 that the description of v1 has for a request to this channel, in its order.
 *
 * <p>Types and titles are the published examples, whose numbers are not those of the table of codes (there 1400 is the
 * unsupported channel, and so on), and {@code 110} seems to lack a digit. Two details are the table's: the examples allow
 * a client reference only 40 characters, against the property's own text, and tell of {@code to} where the type is wrong.
 */
enum RefusalV1 {
    CHANNEL("1100", "Unsupported channel", "The specified channel is not supported."),
    CHANNEL_PARAMETERS("1110", "Invalid channel parameters", "The value of one or more parameters is invalid."),
    SENDER("1120", "Invalid sender", "The `from` parameter is invalid for the given channel."),
    RECIPIENT("110", "Invalid recipient", "The `to` parameter is invalid for the given channel."),
    MESSAGE_TYPE(
            "1140",
            "Invalid message type",
            "The message type specified in the request is not supported for the given channel."),
    PARAMETERS("1150", "Invalid params", "The value of one or more parameters is invalid."),
    CLIENT_REFERENCE(
            "1060", "Invalid client reference", "The client reference can be a string of up to 100 characters.");

    private final String fragment;
    private final String title;
    private final String detail;

    RefusalV1(String fragment, String title, String detail) {
        this.fragment = fragment;
        this.title = title;
        this.detail = detail;
    }

    /** Of this kind, without a list of parameters. */
    Problem problem() {
        return problem(List.of());
    }

    Problem problem(List<Problem.InvalidParameter> invalid) {
        return new Problem(
                422,
                "application/json",
                "https://developer.vonage.com/api-errors/messages#" + fragment,
                title,
                detail,
                invalid);
    }
}
