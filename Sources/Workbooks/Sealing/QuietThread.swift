import CXlsxWriter
import Glibc

/// A thread for the library's last step, in which it would print lines of its own on standard error.
///
/// The library writes to `stderr` and cannot be told otherwise. Turning that descriptor away would silence the whole
/// process, with all its other threads; so the step runs on a thread with a table of descriptors of its own, in which
/// standard error leads nowhere. Where the system does not allow that (some containers), the lines are printed.
enum QuietThread {
    private final class Job {
        let body: () -> Void
        private(set) var isDone = false

        init(_ body: @escaping () -> Void) {
            self.body = body
        }

        func run() {
            body()
            isDone = true
        }
    }

    /// Runs the body to its end, quietly where that is possible. Its locale and `errno` are those of its thread.
    ///
    /// - Parameter closes: descriptors that the body closes. A table of its own holds copies, so that the process's own ones
    ///   would stay open, and keep the room of files that have no name any more.
    static func run<Result>(closing closes: [CInt], _ body: () -> Result) -> Result {
        var result: Result?
        withoutActuallyEscaping({ result = body() }) { work in
            let job = Job(work)
            var thread = pthread_t()
            let made = unsafe pthread_create(
                &thread, nil,
                { job in
                    guard QuietThread.isTurnedAway(), let job = unsafe job else { return nil }
                    unsafe Unmanaged<Job>.fromOpaque(job).takeUnretainedValue().run()
                    return nil
                }, Unmanaged.passUnretained(job).toOpaque())
            if made == 0 { pthread_join(thread, nil) }
            guard job.isDone else { return job.run() }
            for descriptor in closes { close(descriptor) }
        }
        guard let result else { preconditionFailure("the body has run, there or here") }
        return result
    }

    /// Whether this thread's standard error leads nowhere now, and nobody else's does.
    ///
    /// It is closed first: the number is then free even when the process may open no more. Should nothing take its place,
    /// the library's next file would, and every line would land in it; then nothing must run here.
    private static func isTurnedAway() -> Bool {
        guard unshare(CInt(XLSX_OWN_DESCRIPTORS)) == 0 else { return false }
        close(STDERR_FILENO)
        let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard nowhere >= 0 else { return false }
        guard nowhere != STDERR_FILENO else { return true }
        defer { close(nowhere) }
        return dup2(nowhere, STDERR_FILENO) == STDERR_FILENO
    }
}
