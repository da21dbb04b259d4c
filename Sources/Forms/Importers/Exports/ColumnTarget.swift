/// What a column of another tool's table answers: a variable, or a piece of one.
struct ColumnTarget: Hashable {
    /// Its index among the survey's variables.
    var variable: Int
    var piece: Piece

    enum Piece: Hashable {
        case whole
        /// Whether an option was chosen, or its place in a ranking; by its index.
        case option(Int)
        /// What stands at a place of a ranking, from 1.
        case place(Int)
        /// What was written beside an option: it tells that the option was chosen.
        case otherText
    }
}
