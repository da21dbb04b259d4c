/// How far a round has come.
package enum RoundState: String, Sendable, CaseIterable {
    /// Takes answers.
    case open
    /// Takes none for now; it can be opened again.
    case closed
    /// Takes none ever again: its root is known outside, and answers added now would be those of few people.
    case sealed
}
