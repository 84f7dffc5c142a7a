package fbmsg.cli;

import fbmsg.json.Document;

/** An error as JSON: {@code {"v":1,"error":{"code":"…","exit":77,"retryable":false,"message":"…"}}}. */
public final class ErrorRecord {
    private ErrorRecord() {}

    /**
     * @param error made by {@link #error}, perhaps with more members
     */
    public static Document of(Document error) {
        return Document.object().with("v", 1).with("error", error).build();
    }

    /** The inner object, as it also stands in records of failed messages. */
    public static Document.Builder error(Exit exit, String message) {
        return Document.object()
                .with("code", exit.slug())
                .with("exit", exit.code())
                .with("retryable", exit.retryable())
                .with("message", message);
    }
}
