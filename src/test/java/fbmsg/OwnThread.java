package fbmsg;

/**
 * An executor for what goes on beside a test, a thread for each task: a pool's would not be free again while a task waits,
 * and a machine with few processors has few of them.
 */
public final class OwnThread {
    private OwnThread() {}

    public static void run(Runnable task) {
        Thread thread = new Thread(task, "beside the test");
        thread.setDaemon(true);
        thread.start();
    }
}
