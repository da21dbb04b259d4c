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
        let steps = (rows + 7) / 8
        let stride = BlockRows.count / 8
        // Safe: the columns are aligned to 16 bytes, BlockRows.count is a multiple of 8, and `steps` stays inside a
        // column.
        unsafe UnsafeRawPointer(columns).withMemoryRebound(to: SIMD8<Int16>.self, capacity: variables * stride) {
            var target = unsafe sums
            for i in 0..<variables {
                let left = unsafe $0 + i * stride
                var right = unsafe $0
                var rest = i + 1
                while rest >= 4 {
                    let four = unsafe fourSums(
                        left, right, right + stride, right + 2 * stride, right + 3 * stride, steps)
                    for lane in 0..<4 { unsafe target[lane] &+= Int(four[lane]) }
                    unsafe target += 4
                    unsafe right += 4 * stride
                    rest -= 4
                }
                while rest > 0 {
                    var sum = SIMD4<Int32>.zero
                    for step in 0..<steps { unsafe sum &+= left[step].pairProducts(right[step]) }
                    unsafe target.pointee &+= Int(sum.wrappedSum())
                    unsafe target += 1
                    unsafe right += stride
                    rest -= 1
                }
            }
        }
    }

    /// The sums of products of one column with four others.
    @inline(__always)
    private static func fourSums(
        _ left: UnsafePointer<SIMD8<Int16>>, _ first: UnsafePointer<SIMD8<Int16>>,
        _ second: UnsafePointer<SIMD8<Int16>>, _ third: UnsafePointer<SIMD8<Int16>>,
        _ fourth: UnsafePointer<SIMD8<Int16>>, _ steps: Int
    ) -> SIMD4<Int32> {
        var (a, b) = (SIMD4<Int32>.zero, SIMD4<Int32>.zero)
        var (c, d) = (SIMD4<Int32>.zero, SIMD4<Int32>.zero)
        // Safe: all five columns have `steps` values.
        for step in 0..<steps {
            let x = unsafe left[step]
            unsafe a &+= x.pairProducts(first[step])
            unsafe b &+= x.pairProducts(second[step])
            unsafe c &+= x.pairProducts(third[step])
            unsafe d &+= x.pairProducts(fourth[step])
        }
        return SIMD4(a.wrappedSum(), b.wrappedSum(), c.wrappedSum(), d.wrappedSum())
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
