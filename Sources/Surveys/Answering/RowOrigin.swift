/// What a file says of a row beside the answers: it tells a row that came before from a new one with the same answers.
package struct RowOrigin: Sendable, Equatable {
    /// The tool that wrote the file.
    package var tool: String
    /// The number that the tool gave the response.
    package var number: String?
    /// When the response was handed in, to the minute.
    package var moment: String?

    package init(tool: String, number: String?, moment: String?) {
        self.tool = tool
        self.number = number
        self.moment = moment
    }
}
