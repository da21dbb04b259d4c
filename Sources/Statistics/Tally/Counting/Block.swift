/// The integers that codes are kept in: 16 bits where all codes of a plan fit, or 32.
protocol BlockCode: FixedWidthInteger, SignedInteger, SIMDScalar, Codable, Sendable, BitwiseCopyable {}
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

/// Memory for some integers, 0 at first.
///
/// A class, so that whoever holds it may hand out the pointer and it is freed once.
@safe final class ZeroedRoom<Element: FixedWidthInteger & BitwiseCopyable> {
    /// Aligned to 16 bytes, as every allocation is.
    let base: UnsafeMutablePointer<Element>

    init(_ count: Int) {
        unsafe base = .allocate(capacity: max(1, count))
        unsafe base.initialize(repeating: 0, count: max(1, count))
    }

    /// A block: column after column of ``BlockRows/count`` integers.
    convenience init(columns: Int) { self.init(columns * BlockRows.count) }

    deinit { unsafe base.deallocate() }
}

/// A list that does not change, for loops in which an array would be held and let go again and again.
@safe final class FixedTable<Element: BitwiseCopyable> {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        unsafe base = .allocate(capacity: count)
        for (index, element) in elements.enumerated() { unsafe (base + index).initialize(to: element) }
    }

    deinit { unsafe base.deallocate() }
}

/// How many rows a block has: many enough that starting one costs little, few enough to stay in the first cache.
enum BlockRows {
    static let count = 256
}
