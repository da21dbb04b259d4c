/// Where in the source text a thing stands, as UTF-8 offsets.
///
/// Places never make two surveys different: the same questionnaire is the same survey however its lines are laid out.
/// So all places are equal, and the models that carry one stay `Equatable` by what they mean.
public struct Place: Sendable, Hashable {
    public var range: Range<Int>

    public init(_ range: Range<Int>) {
        self.range = range
    }

    /// The place of something that was built in code and stands in no text.
    public static let nowhere = Place(0..<0)

    public static func == (left: Place, right: Place) -> Bool { true }

    public func hash(into hasher: inout Hasher) {}
}
