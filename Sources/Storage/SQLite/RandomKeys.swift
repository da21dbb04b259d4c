import Digests
import Glibc

/// Keys out of the system's chance, 128 bits each: two are alike once in 2⁶⁴ responses.
enum RandomKeys {
    /// As many keys, drawn in few calls: a call a key would take a tenth of the time of a bulk import.
    static func make(_ count: Int) -> [UInt128] {
        var keys = [UInt128](repeating: 0, count: count)
        let isFilled = unsafe keys.withUnsafeMutableBytes { bytes in
            // The system gives at most 256 bytes at once.
            stride(from: 0, to: bytes.count, by: 256).allSatisfy { start in
                unsafe getentropy(bytes.baseAddress! + start, min(256, bytes.count - start)) == 0
            }
        }
        precondition(isFilled, "the system has chance to give")
        return keys
    }

    /// Sixteen random bytes, in hexadecimal digits.
    static func salt() -> String {
        make(1).flatMap { key in (0..<16).map { UInt8(truncatingIfNeeded: key >> UInt128(8 * $0)) } }.hexadecimal
    }
}
