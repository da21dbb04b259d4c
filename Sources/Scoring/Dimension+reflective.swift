import Surveys

extension Dimension {
    /// Its items mirror one trait, so that how far they agree says how well they measure it.
    var isReflective: Bool { model == .reflective && method == .mean && !isComposite }
}
