import Dispatch
import Synchronization

/// Carries pieces of unpacked parts from the thread that unpacks to the one that reads, a few ahead and no more.
///
/// Either end may stop the other: the maker by closing the belt, the reader by refusing more.
final class PieceBelt: Sendable {
    /// What lies on the belt: bytes of a part, or where the part ends.
    enum Piece: Sendable {
        case bytes([UInt8])
        case end(of: String)
    }

    private struct State {
        var pieces: [Piece] = []
        var isRefused = false
    }

    /// Pieces ahead; with 64 KiB in each, the belt never holds more than half a megabyte.
    private static let room = 8
    private let state = Mutex(State())
    /// Both start at 0: a semaphore must not go with less than it came with, and a refused belt is not emptied.
    private let free = DispatchSemaphore(value: 0)
    private let waiting = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<PieceBelt.room { free.signal() }
    }

    /// Lays a piece down once there is room; false when the reader wants no more.
    func put(_ piece: Piece) -> Bool {
        free.wait()
        let isWanted = state.withLock { state in
            if !state.isRefused { state.pieces.append(piece) }
            return !state.isRefused
        }
        waiting.signal()
        return isWanted
    }

    /// No piece follows.
    func close() {
        // A reader that is woken and finds nothing has come to the end.
        waiting.signal()
    }

    /// The next piece, waited for; nil when the belt is closed and empty.
    func take() -> Piece? {
        waiting.wait()
        let piece = state.withLock { $0.pieces.isEmpty ? nil : $0.pieces.removeFirst() }
        free.signal()
        return piece
    }

    /// Whoever makes pieces is to stop.
    func refuse() {
        state.withLock { $0.isRefused = true }
        free.signal()
    }
}
