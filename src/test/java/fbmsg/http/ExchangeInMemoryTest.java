package fbmsg.http;

/** The contract, with nothing between the two ends. */
class ExchangeInMemoryTest implements ExchangeContract {
    @Override
    public Exchange client(Exchange server) {
        return server;
    }
}
