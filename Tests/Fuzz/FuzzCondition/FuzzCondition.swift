import FuzzProperties

/// libFuzzer calls this with one input after another; a trap is a finding.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    do {
        try ConditionProperties.check(bytes)
    } catch {
        fatalError("\(error)")
    }
    return 0
}
