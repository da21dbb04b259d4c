import Dispatch
import Synchronization

/// Runs the same work on several threads, which are numbered, and waits for all of them.
func inParallel(_ threads: Int, _ work: @escaping @Sendable (Int) -> Void) {
    guard threads > 1 else { return work(0) }
    DispatchQueue.concurrentPerform(iterations: threads) { work($0) }
}

/// Deals out the numbers 0, 1, … below a limit, each to one thread.
final class SharedCounter: Sendable {
    private let limit: Int
    private let number = Atomic<Int>(0)

    init(limit: Int) { self.limit = limit }

    func next() -> Int? {
        let next = number.wrappingAdd(1, ordering: .relaxed).oldValue
        return next < limit ? next : nil
    }
}

/// Places for results of several threads: each is filled by one thread, and read when all have finished.
final class SharedSlots<Value>: @unchecked Sendable {
    private let lock = Mutex(())
    private var values: [Value?]

    init(count: Int) { values = Array(repeating: nil, count: count) }

    subscript(index: Int) -> Value? {
        get { lock.withLock { _ in values[index] } }
        set { lock.withLock { _ in values[index] = newValue } }
    }
}

/// Lends a value to several threads that do not change it.
struct Unchecked<Value>: @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
