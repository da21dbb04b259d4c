/// The integers that a scale's values are kept in while a block of rows is counted: 16 bits where they fit, or 64.
protocol BlockValue: FixedWidthInteger, SignedInteger, Sendable, BitwiseCopyable {
    /// Adds Σ xᵢxⱼ over a block's rows for all j ≤ i to `sums`, which lie as in ``ProductMoments/products``.
    ///
    /// `columns` holds `variables` columns of ``BlockRows/count`` values, of which `rows` count and the rest are 0.
    static func addProducts(
        of columns: UnsafePointer<Self>, variables: Int, rows: Int, to sums: UnsafeMutablePointer<Int>)
}

extension Int16: BlockValue {
    /// Eight rows at a time, in sums of 32 bits: with magnitudes up to ``ScaleLayout/narrowValue`` a block's sum of
    /// products is below 2³¹, whatever the rows.
    static func addProducts(
        of columns: UnsafePointer<Int16>, variables: Int, rows: Int, to sums: UnsafeMutablePointer<Int>
    ) {
        typealias Eight = SIMD8<Int16>
        let steps = (rows + 7) / 8
        let stride = BlockRows.count / 8
        // Safe: the columns are aligned to 16 bytes, BlockRows.count is a multiple of 8, and `steps` stays inside a column.
        unsafe UnsafeRawPointer(columns).withMemoryRebound(to: Eight.self, capacity: variables * stride) { eights in
            var index = 0
            for i in 0..<variables {
                let left = unsafe eights + i * stride
                var j = 0
                while j + 3 <= i {
                    let right = unsafe eights + j * stride
                    var (a, b) = (SIMD4<Int32>.zero, SIMD4<Int32>.zero)
                    var (c, d) = (SIMD4<Int32>.zero, SIMD4<Int32>.zero)
                    for step in 0..<steps {
                        let x = unsafe left[step]
                        unsafe a &+= x.pairProducts(right[step])
                        unsafe b &+= x.pairProducts(right[step + stride])
                        unsafe c &+= x.pairProducts(right[step + 2 * stride])
                        unsafe d &+= x.pairProducts(right[step + 3 * stride])
                    }
                    unsafe sums[index] &+= Int(a.wrappedSum())
                    unsafe sums[index + 1] &+= Int(b.wrappedSum())
                    unsafe sums[index + 2] &+= Int(c.wrappedSum())
                    unsafe sums[index + 3] &+= Int(d.wrappedSum())
                    index += 4
                    j += 4
                }
                while j <= i {
                    let right = unsafe eights + j * stride
                    var a = SIMD4<Int32>.zero
                    for step in 0..<steps { unsafe a &+= left[step].pairProducts(right[step]) }
                    unsafe sums[index] &+= Int(a.wrappedSum())
                    index += 1
                    j += 1
                }
            }
        }
    }
}

extension SIMD8<Int16> {
    /// x₀y₀ + x₁y₁, x₂y₂ + x₃y₃, …: one instruction on x86-64.
    @inline(__always)
    fileprivate func pairProducts(_ other: SIMD8<Int16>) -> SIMD4<Int32> {
        let products = SIMD8<Int32>(truncatingIfNeeded: self) &* SIMD8<Int32>(truncatingIfNeeded: other)
        return products.evenHalf &+ products.oddHalf
    }
}

extension Int: BlockValue {
    static func addProducts(
        of columns: UnsafePointer<Int>, variables: Int, rows: Int, to sums: UnsafeMutablePointer<Int>
    ) {
        var index = 0
        for i in 0..<variables {
            for j in 0...i {
                var sum = 0
                // Safe: both columns have BlockRows.count ≥ rows values. Wrapping is excluded by ``CountingLayout/limit``.
                for row in 0..<rows {
                    unsafe sum &+= columns[i * BlockRows.count + row] &* columns[j * BlockRows.count + row]
                }
                unsafe sums[index] &+= sum
                index += 1
            }
        }
    }
}
