import Glibc

/// Decimal points while the library writes: under a German or French locale it would write `<v>0,5</v>`.
enum NumericLocale {
    /// Runs the body with the C locale's numbers on this thread, then restores what was there.
    static func pinned<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        let before = unsafe uselocale(nil)
        let numbers = unsafe newlocale(LC_NUMERIC_MASK, "C", duplocale(before))
        if let numbers = unsafe numbers { unsafe uselocale(numbers) }
        defer {
            unsafe uselocale(before)
            if let numbers = unsafe numbers { unsafe freelocale(numbers) }
        }
        return try body()
    }
}
