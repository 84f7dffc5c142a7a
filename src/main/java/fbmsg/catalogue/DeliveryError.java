package fbmsg.catalogue;

/**
 * Why a message was not delivered, told later by a status webhook: {@code error.title} in v1, {@code error.code} in v0.1.
 *
 * @param code four digits
 * @param messenger whether it may concern Messenger; otherwise it is another channel's
 * @param title as published
 */
public record DeliveryError(
        String code, boolean messenger, String title, String meaning, Retry retry, String next, String source)
        implements Entry {

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.deliveryError(this);
    }
}
