/// The integers that codes are kept in: 16 bits where all codes of a plan fit, or 32.
protocol BlockCode: FixedWidthInteger, SignedInteger, Sendable, BitwiseCopyable {}
extension Int16: BlockCode {}
extension Int32: BlockCode {}

extension BlockCode {
    /// The codes of absence, in the place of ``ResponseTable``'s.
    static var missing: Self { .min }
    static var notApplicable: Self { .min + 1 }
    static var notAsked: Self { .min + 2 }

    /// A code of a ``ResponseTable``, whose answers are known to fit.
    @inline(__always)
    init(tableCode code: Int32) {
        self =
            ResponseTable.isAnswer(code)
            ? Self(truncatingIfNeeded: code) : .min &+ Self(truncatingIfNeeded: code &- ResponseTable.missing)
    }
}

/// Memory for a block: some columns of ``rows`` integers each, 0 at first.
///
/// A class, so that whoever holds it may hand out the pointer and it is freed once.
@safe final class BlockRoom<Element: FixedWidthInteger & BitwiseCopyable> {
    /// Column after column; aligned to 16 bytes, as every allocation of this size is.
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(columns: Int) {
        count = max(1, columns) * BlockRows.count
        unsafe base = .allocate(capacity: count)
        unsafe base.initialize(repeating: 0, count: count)
    }

    deinit { unsafe base.deallocate() }
}

/// How many rows a block has: many enough that starting one costs little, few enough to stay in the first cache.
enum BlockRows {
    static let count = 256
}
