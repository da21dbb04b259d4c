import Foundation

/// A declaration of a source file that others can see, and what its docstring says.
struct PublicDeclaration {
    enum Kind {
        case type, function, initialiser, other
    }

    var kind: Kind
    /// Such as `Estimate.mean`; the types around it and its base name.
    var name: String
    /// From the keyword to the body.
    var text: String
    /// The lines of its docstring, without the slashes.
    var docstring: [String]
    /// Whether it stands in an extension and not in the type's own braces.
    var isInExtension: Bool
    /// The docstring of the type around it; empty at the top and in an extension.
    var ownerDocstring: [String]

    var isAtTheTop: Bool { !name.contains(".") }
    var isStatic: Bool { text.contains("static ") }
    var isMutating: Bool { text.contains("mutating ") }
    var isOperator: Bool { name.last.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? false }

    /// Whether a docstring has a line such as `- Unit: shares` or `- Unit of the slope: points a year`.
    static func states(_ word: String, in docstring: [String]) -> Bool {
        docstring.contains { line in
            guard line.hasPrefix("- " + word), let colon = line.firstIndex(of: ":") else { return false }
            let between = line.dropFirst(2 + word.count).prefix(upTo: colon)
            return between.isEmpty || between.hasPrefix(" ")
        }
    }
}

extension PublicDeclaration {
    /// The public declarations of a source text, formatted as `swift format` does it: four columns a brace.
    static func all(in text: String) -> [PublicDeclaration] {
        struct Scope {
            var name: String
            var isExtension: Bool
            var isPublicEnum: Bool
            var docstring: [String]
        }
        var found: [PublicDeclaration] = []
        var scopes: [Scope] = []
        var docstring: [String] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            let code = line.trimmingCharacters(in: .whitespaces)
            if code.hasPrefix("///") {
                docstring.append(code.dropFirst(3).trimmingCharacters(in: .whitespaces))
                continue
            }
            if code.hasPrefix("@") && !code.contains(" ") { continue }
            defer { docstring = [] }
            let depth = line.prefix { $0 == " " }.count / 4
            // Deeper than the types around it, a line belongs to a body.
            guard !code.isEmpty, depth <= scopes.count else { continue }
            let words = code.split { " (<:{,?!".contains($0) }.map(String.init)
            let keywords: Set = ["struct", "enum", "class", "actor", "protocol", "extension"]
            let modifiers: Set = ["public", "package", "private", "fileprivate", "final", "indirect"]
            let members: Set = ["func", "init", "var", "let", "subscript", "typealias"]
            if let place = words.firstIndex(where: keywords.contains), place + 1 < words.count,
                words[..<place].allSatisfy(modifiers.contains)
            {
                scopes.removeLast(scopes.count - depth)
                let isPublic = words[..<place].contains("public")
                let isExtension = words[place] == "extension"
                if isPublic && !isExtension {
                    found.append(
                        PublicDeclaration(
                            kind: .type, name: (scopes.map(\.name) + [words[place + 1]]).joined(separator: "."),
                            text: code,
                            docstring: docstring, isInExtension: false, ownerDocstring: scopes.last?.docstring ?? []))
                }
                // A body on the same line has no members to look for.
                if code.hasSuffix("}") { continue }
                scopes.append(
                    Scope(
                        name: words[place + 1], isExtension: isExtension,
                        isPublicEnum: isPublic && words[place] == "enum", docstring: isExtension ? [] : docstring))
                continue
            }
            if code == "}" {
                scopes.removeLast(max(0, scopes.count - depth))
                continue
            }
            guard depth == scopes.count else { continue }
            let isCase = words.first == "case" && scopes.last?.isPublicEnum == true
            guard isCase || words.contains("public") else { continue }
            let place = isCase ? 0 : words.firstIndex(where: members.contains)
            guard let place else { continue }
            let keyword = words[place]
            let name = baseName(after: keyword, in: code, words.dropFirst(place + 1).first)
            // What takes parameters may go over several lines, up to its body.
            let hasParameters = ["func", "init", "subscript"].contains(keyword)
            let end = hasParameters ? lines[index...].prefix(8).firstIndex { $0.contains("{") } ?? index : index
            found.append(
                PublicDeclaration(
                    kind: keyword == "init" ? .initialiser : keyword == "func" ? .function : .other,
                    name: (scopes.map(\.name) + [name]).joined(separator: "."),
                    text: lines[index...end].joined(separator: " "), docstring: docstring,
                    isInExtension: scopes.last?.isExtension ?? false, ownerDocstring: scopes.last?.docstring ?? []))
        }
        return found
    }

    /// What a member is called, `word` being the first after its keyword.
    private static func baseName(after keyword: String, in code: String, _ word: String?) -> String {
        switch keyword {
        case "init", "subscript": return keyword
        case "func":
            // An operator may be made of what otherwise ends a word.
            let name = code.split(separator: "func ").last?.prefix { $0 != " " && $0 != "(" } ?? ""
            return name.first?.isLetter == false ? String(name) : word ?? keyword
        default: return word ?? keyword
        }
    }
}
